import { Paper } from '../../effects/pdf/paper.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import type { SellerDetails } from '../tables.ts';
import { drawAddressee, drawFooters, drawLetterhead, type Fact } from './paper-head.ts';
import { drawLines } from './paper-lines.ts';
import { paperSpeech, type PaperSpeech } from './paper-facts.ts';
import { bottom, contentWidth, ink, margin, size } from './paper-style.ts';
import { drawTotals } from './paper-totals.ts';
import { filled, isRightToLeft } from './paper-words.ts';

export interface PaperAttachment {
  readonly name: string;
  readonly content: Buffer;
  /** What the document's metadata says of it. */
  readonly xmp: string;
}

/** An issued invoice or credit note as a PDF, in the client's language. The same row gives the same bytes. */
export async function invoicePaper(row: InvoiceRow, { creditOf, attachment }: { readonly creditOf: string | null; readonly attachment?: PaperAttachment | undefined }): Promise<Buffer> {
  if (!row.seller || !row.billing || row.number === null) throw new Error('only an issued invoice becomes paper');
  const speech = paperSpeech(row.lang, row.currency);
  const { words } = speech;
  const title = `${words[row.kind]} ${row.number}`;
  const madeAt = new Date(row.issuedAt ?? 0);
  const paper = new Paper({ title, author: row.seller.name, lang: speech.lang, direction: isRightToLeft(speech.lang) ? 'rtl' : 'ltr', madeAt });
  let at = drawLetterhead(paper, row.seller, speech);
  at = drawAddressee(paper, at, { title, label: words.billedTo, billing: row.billing, facts: factsOf(row, creditOf, speech), speech });
  at += paper.text(sentenceOf(row, speech), { x: margin, y: at, width: contentWidth, size: size.lead, weight: 600, colour: ink.text }) + 14;
  at = drawTotals(paper, drawLines(paper, at, row, speech), row, speech);
  drawClosing(paper, at, row, row.seller, speech);
  drawFooters(paper, row.seller, title, speech);
  if (attachment) {
    paper.attach(attachment.name, attachment.content, { description: title, relationship: 'Alternative', madeAt });
    paper.describe(attachment.xmp);
  }
  return paper.finish();
}

function factsOf(row: InvoiceRow, creditOf: string | null, { words, date, money }: PaperSpeech): Fact[] {
  const facts: (Fact | false | null)[] = [
    row.issuedOn !== null && { label: words.issuedOn, value: date(row.issuedOn) },
    row.dueOn !== null && { label: words.dueOn, value: date(row.dueOn) },
    row.depositMinor !== null && row.depositDueOn !== null && { label: words.deposit, value: `${money(row.depositMinor)}, ${date(row.depositDueOn)}` },
    creditOf !== null && { label: words.creditOf, value: creditOf },
    row.poNumber !== '' && { label: words.poNumber, value: row.poNumber },
  ];
  return facts.filter((fact) => fact !== false && fact !== null);
}

function sentenceOf(row: InvoiceRow, { words, money, date }: PaperSpeech): string {
  if (row.kind === 'credit_note') return filled(words.creditSentence, { amount: money(row.totalMinor) });
  if (row.totalMinor === 0 || row.dueOn === null) return words.nothingDue;
  return filled(words.dueSentence, { amount: money(row.totalMinor), date: date(row.dueOn) });
}

/** What the law wants said, the note, and how to pay. */
function drawClosing(paper: Paper, y: number, row: InvoiceRow, seller: SellerDetails, { words }: PaperSpeech): void {
  const categories = new Set(row.taxes.map(({ category }) => category));
  const remarks = [categories.has('reverse_charge') && words.reverseChargeNote, categories.has('exempt') && words.exemptNote, row.note].filter(Boolean).join('\n');
  const pay = row.kind === 'invoice' && seller.bankDetails && row.totalMinor > 0 ? `${seller.bankDetails}\n${filled(words.payReference, { number: row.number ?? '' })}` : '';
  let at = y + 24;
  for (const [label, text] of [['', remarks], [words.howToPay, pay]] as const) {
    if (!text) continue;
    const height = paper.heightOf(text, { width: contentWidth, size: size.body });
    if (at + height + 20 > bottom) {
      paper.addPage();
      at = 60;
    }
    if (label) at += paper.text(label, { x: margin, y: at, width: contentWidth, size: size.body, weight: 600, colour: ink.text });
    at += paper.text(text, { x: margin, y: at, width: contentWidth, size: size.body, colour: ink.text }) + 14;
  }
}
