import type { Statement, StatementAccount, StatementLine } from '@portico/contract/invoices/statement.ts';
import { Paper } from '../../effects/pdf/paper.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import { drawAddressee, drawFooters, drawLetterhead } from '../paper/paper-head.ts';
import { paperSpeech, type PaperSpeech } from '../paper/paper-facts.ts';
import { bottom, contentWidth, ink, margin, size } from '../paper/paper-style.ts';
import { filled, isRightToLeft } from '../paper/paper-words.ts';
import type { SellerDetails } from '../tables.ts';

export interface StatementParties {
  readonly seller: SellerDetails;
  readonly billing: NonNullable<InvoiceRow['billing']>;
  readonly lang: string;
  readonly madeAt: Date;
}

const columns = { date: 84, amount: 92, balance: 96 };
const places = { date: margin, what: margin + columns.date, amount: margin + contentWidth - columns.balance - columns.amount, balance: margin + contentWidth - columns.balance };
const whatWidth = contentWidth - columns.date - columns.amount - columns.balance;

/** A statement as a PDF: what was owed, what happened, what is owed, how old it is. */
export async function statementPaper(statement: Statement, { seller, billing, lang, madeAt }: StatementParties): Promise<Buffer> {
  const speech = paperSpeech(lang, statement.accounts[0]?.currency ?? 'EUR');
  const { words, date } = speech;
  const paper = new Paper({ title: words.statement, author: seller.name, lang: speech.lang, direction: isRightToLeft(speech.lang) ? 'rtl' : 'ltr', madeAt });
  const facts = [{ label: words.from, value: date(statement.from) }, { label: words.until, value: date(statement.until) }];
  let at = drawAddressee(paper, drawLetterhead(paper, seller, speech), { title: words.statement, label: words.billedTo, billing, facts, speech });
  if (statement.accounts.length === 0) paper.text(words.nothingHappened, { x: margin, y: at, width: contentWidth, size: size.lead, colour: ink.text });
  for (const account of statement.accounts) at = drawAccount(paper, at, account, paperSpeech(lang, account.currency)) + 26;
  drawFooters(paper, seller, words.statement, speech);
  return paper.finish();
}

function drawAccount(paper: Paper, y: number, account: StatementAccount, speech: PaperSpeech): number {
  const { words, money } = speech;
  const owed = filled(account.closingMinor < 0 ? words.inCredit : words.owedThen, { amount: money(Math.abs(account.closingMinor)) });
  let at = room(paper, y, 90);
  at += paper.text(account.closingMinor === 0 ? words.nothingDue : owed, { x: margin, y: at, width: contentWidth, size: size.lead, weight: 600, colour: ink.text }) + 14;
  at = drawHeader(paper, at, speech);
  at = drawRow(paper, at, { what: words.openingBalance, balance: money(account.openingMinor) });
  for (const line of account.lines) {
    if (at + 40 > bottom) {
      paper.addPage();
      at = drawHeader(paper, 60, speech);
    }
    at = drawRow(paper, at, { date: speech.day(line.on), what: [nameOf(line, speech), line.reference].filter(Boolean).join(' '), amount: money(line.amountMinor), balance: money(line.balanceMinor) });
  }
  at = drawRow(paper, room(paper, at, 30), { what: words.closingBalance, balance: money(account.closingMinor), isStrong: true });
  return drawAges(paper, at + 18, account, speech);
}

const nameOf = ({ kind }: StatementLine, { words }: PaperSpeech): string =>
  ({ invoice: words.invoice, credit_note: words.credit_note, payment: words.payment, refund: words.refund, void: words.voided })[kind];

function drawHeader(paper: Paper, y: number, { words }: PaperSpeech): number {
  const style = { y, size: size.small, colour: ink.muted } as const;
  paper.text(words.issuedOn, { ...style, x: places.date, width: columns.date });
  paper.text(words.description, { ...style, x: places.what, width: whatWidth });
  paper.text(words.amount, { ...style, x: places.amount, width: columns.amount, align: 'end' });
  paper.text(words.balance, { ...style, x: places.balance, width: columns.balance, align: 'end' });
  paper.rule(y + 16, { x: margin, width: contentWidth, colour: ink.text, thickness: 0.75 });
  return y + 16;
}

interface Row {
  readonly date?: string;
  readonly what: string;
  readonly amount?: string;
  readonly balance: string;
  readonly isStrong?: boolean;
}

function drawRow(paper: Paper, y: number, { date = '', what, amount = '', balance, isStrong = false }: Row): number {
  const style = { y: y + 6, size: size.body, colour: ink.text, ...(isStrong && { weight: 600 as const }) } as const;
  const height = Math.max(paper.text(date, { ...style, x: places.date, width: columns.date - 8 }), paper.text(what, { ...style, x: places.what, width: whatWidth - 12 }));
  paper.text(amount, { ...style, x: places.amount, width: columns.amount, align: 'end' });
  paper.text(balance, { ...style, x: places.balance, width: columns.balance, align: 'end' });
  paper.rule(y + height + 10, { x: margin, width: contentWidth, colour: ink.line });
  return y + height + 10;
}

/** What is open by age, in five columns, and what was paid ahead. */
function drawAges(paper: Paper, y: number, { buckets, creditMinor }: StatementAccount, { words, money }: PaperSpeech): number {
  const cells = [...buckets.map(({ name, dueMinor }) => ({ label: words.ages[name] ?? name, value: money(dueMinor) })), ...(creditMinor > 0 ? [{ label: words.accountCredit, value: money(creditMinor) }] : [])];
  const at = room(paper, y, 50);
  const width = contentWidth / cells.length;
  for (const [index, { label, value }] of cells.entries()) {
    const style = { x: margin + index * width, width: width - 6 };
    paper.text(label, { ...style, y: at, size: size.small, colour: ink.muted });
    paper.text(value, { ...style, y: at + 14, size: size.body, colour: ink.text });
  }
  return at + 32;
}

function room(paper: Paper, y: number, height: number): number {
  if (y + height <= bottom) return y;
  paper.addPage();
  return 60;
}
