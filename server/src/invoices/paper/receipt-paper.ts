import { Paper } from '../../effects/pdf/paper.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import type { PaymentRow } from '../payment-store.ts';
import type { SellerDetails } from '../tables.ts';
import { drawAddressee, drawFooters, drawLetterhead, type Fact } from './paper-head.ts';
import { paperSpeech } from './paper-facts.ts';
import { contentWidth, ink, margin, size } from './paper-style.ts';
import { filled, isRightToLeft } from './paper-words.ts';

export interface ReceiptFacts {
  readonly payment: PaymentRow;
  readonly seller: SellerDetails;
  readonly billing: NonNullable<InvoiceRow['billing']>;
  readonly lang: string;
}

/** What came in, when, how, and what it paid. */
export async function receiptPaper({ payment, seller, billing, lang }: ReceiptFacts): Promise<Buffer> {
  const speech = paperSpeech(lang, payment.currency);
  const { words, money } = speech;
  const paper = new Paper({ title: words.receipt, author: seller.name, lang: speech.lang, direction: isRightToLeft(speech.lang) ? 'rtl' : 'ltr', madeAt: new Date(payment.createdAt) });
  const facts: Fact[] = [
    { label: words.receivedOn, value: speech.date(payment.receivedOn) },
    { label: words.method, value: words.methods[payment.method] ?? words.methods['other'] ?? payment.method },
    ...(payment.reference ? [{ label: words.poNumber, value: payment.reference }] : []),
  ];
  let at = drawAddressee(paper, drawLetterhead(paper, seller, speech), { title: words.receipt, label: words.billedTo, billing, facts, speech });
  at += paper.text(filled(words.paidSentence, { amount: money(payment.amountMinor) }), { x: margin, y: at, width: contentWidth, size: size.lead, weight: 600, colour: ink.text }) + 14;
  const paid = [
    ...payment.allocations.map(({ number, amountMinor }) => ({ label: `${words.invoice} ${number}`, value: money(amountMinor) })),
    ...(payment.creditMinor > 0 ? [{ label: words.accountCredit, value: money(payment.creditMinor) }] : []),
  ];
  at += paper.text(words.paidFor, { x: margin, y: at, width: contentWidth, size: size.small, colour: ink.muted }) + 4;
  for (const { label, value } of paid) {
    paper.rule(at, { x: margin, width: contentWidth, colour: ink.line });
    paper.text(label, { x: margin, y: at + 7, width: contentWidth - 130, size: size.body, colour: ink.text });
    at += paper.text(value, { x: margin + contentWidth - 120, y: at + 7, width: 120, size: size.body, colour: ink.text, align: 'end' }) + 14;
  }
  drawFooters(paper, seller, words.receipt, speech);
  return paper.finish();
}
