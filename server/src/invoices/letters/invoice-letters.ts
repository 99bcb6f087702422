import { letterhead, portalLink } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { dateLabel } from '../../domain/civil-dates.ts';
import { formatMoney } from '../../domain/money.ts';
import type { MailBlock, MailFact } from '../../effects/mail-blocks.ts';
import type { MailContent } from '../../notifications/public.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import { titleOf } from '../invoice-view.ts';
import { paperUrl } from '../paper-link.ts';
import type { LetterReader } from './letter-reader.ts';

export interface MoneyLetter {
  readonly subject: string;
  readonly content: MailContent;
}

type LetterDeps = Pick<Deps, 'config' | 'now'>;

export const invoiceLink = (deps: LetterDeps, { business }: LetterReader, id: string): string => portalLink(deps, business, `#portal/invoices/${id}`);

/** Opens the PDF of an invoice or credit note without signing in. */
export const pdfLink = (deps: LetterDeps, reader: LetterReader, row: InvoiceRow) => ({
  label: reader.voice.say('downloadPdf'), url: paperUrl(deps, { businessId: row.businessId, kind: 'invoice', subjectId: row.id }),
});

/** Something is to be paid: how much, when, and how in one click; or it is paid by itself, and when. */
export function issuedLetter(deps: LetterDeps, row: InvoiceRow, reader: LetterReader, automatic?: { readonly method: string; readonly chargeOn: string }): MoneyLetter {
  const { voice: { say, lang } } = reader;
  const amount = formatMoney(row.totalMinor, row.currency, lang);
  const date = row.dueOn === null ? '' : dateLabel(row.dueOn, lang);
  const owes = row.totalMinor > 0 && date !== '';
  const sentence = automatic ? say('invoiceAutoText', { amount, method: automatic.method, date: dateLabel(automatic.chargeOn, lang) }) : owes ? say('invoiceText', { amount, date }) : say('invoiceFreeText');
  const facts: MailFact[] = [{ label: say('forFact'), value: titleOf(row) }, { label: say('amountFact'), value: amount }];
  if (owes) facts.push({ label: say('dueFact'), value: date });
  if (row.depositMinor !== null && row.depositDueOn !== null) facts.push({ label: say('depositFact'), value: `${formatMoney(row.depositMinor, row.currency, lang)}, ${dateLabel(row.depositDueOn, lang)}` });
  const title = say('invoiceTitle', { number: row.number ?? '' });
  return moneyLetter(deps, reader, {
    subject: `${title}: ${amount}`, title, preheader: facts.map(({ value }) => value).join(' · '), why: say('whyInvoice', { business: reader.business.name }),
    blocks: [
      { kind: 'paragraph', text: say('hello', { name: reader.name, sentence }) }, { kind: 'facts', facts },
      ...(row.note ? [{ kind: 'quote' as const, text: row.note }] : []),
      { kind: 'button', label: say(owes && !automatic ? 'seeAndPay' : 'seeInvoice'), url: invoiceLink(deps, reader, row.id) },
      { kind: 'links', links: [pdfLink(deps, reader, row)] },
    ],
  });
}

/** Some of an invoice is taken back. */
export function creditLetter(deps: LetterDeps, row: InvoiceRow, invoice: InvoiceRow, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang } } = reader;
  const amount = formatMoney(row.totalMinor, row.currency, lang);
  const title = say('creditNoteTitle', { number: row.number ?? '' });
  const sentence = say('creditNoteText', { amount, invoice: invoice.number ?? '' });
  return moneyLetter(deps, reader, {
    subject: `${title}: ${amount}`, title, preheader: sentence, why: say('whyInvoice', { business: reader.business.name }),
    blocks: [
      { kind: 'paragraph', text: say('hello', { name: reader.name, sentence }) },
      ...(row.note ? [{ kind: 'quote' as const, text: row.note }] : []),
      { kind: 'button', label: say('seeInvoice'), url: invoiceLink(deps, reader, invoice.id) },
      { kind: 'links', links: [pdfLink(deps, reader, row)] },
    ],
  });
}

/** It was asked for, and is not any more. `reason`: what a person gave as one. */
export function voidedLetter(deps: LetterDeps, row: InvoiceRow, reason: string | undefined, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang } } = reader;
  const number = row.number ?? '';
  const title = say('voidTitle', { number });
  const sentence = say('voidText', { number, amount: formatMoney(row.totalMinor, row.currency, lang) });
  return moneyLetter(deps, reader, {
    subject: title, title, preheader: sentence, why: say('whyInvoice', { business: reader.business.name }),
    blocks: [
      { kind: 'paragraph', text: say('hello', { name: reader.name, sentence }) },
      ...(reason ? [{ kind: 'quote' as const, text: reason }] : []),
      { kind: 'button', label: say('seeInvoice'), url: invoiceLink(deps, reader, row.id) },
    ],
  });
}

export interface LetterParts {
  readonly subject: string;
  readonly title: string;
  readonly preheader: string;
  readonly blocks: readonly MailBlock[];
  readonly why: string;
}

export function moneyLetter(deps: LetterDeps, { business, voice }: LetterReader, { subject, ...parts }: LetterParts): MoneyLetter {
  return { subject, content: { business: letterhead(deps, business), lang: voice.lang, ...parts } };
}
