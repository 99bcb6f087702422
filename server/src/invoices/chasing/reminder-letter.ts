import type { Deps } from '../../deps.ts';
import { dateLabel, daysBetween, daysLabel, todayIn } from '../../domain/civil-dates.ts';
import { formatMoney } from '../../domain/money.ts';
import type { MailFact } from '../../effects/mail-blocks.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import { titleOf } from '../invoice-view.ts';
import type { InvoiceBalance } from '../ledger-store.ts';
import { invoiceLink, moneyLetter, pdfLink, type MoneyLetter } from '../letters/invoice-letters.ts';
import type { LetterReader } from '../letters/letter-reader.ts';
import { paperWords } from '../paper/paper-words.ts';
import type { Tone } from './chasing-rules.ts';

export interface Reminder {
  readonly row: InvoiceRow & { readonly dueOn: string; readonly number: string };
  readonly balance: InvoiceBalance;
  readonly tone: Tone;
}

/** Asks for what is left of an invoice. */
export function reminderLetter(deps: Pick<Deps, 'config' | 'now'>, { row, balance, tone }: Reminder, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang }, business } = reader;
  const money = (minor: number): string => formatMoney(minor, row.currency, lang);
  const [amount, date] = [money(balance.dueMinor), dateLabel(row.dueOn, lang)];
  const title = say(`${tone}Title`, { number: row.number, when: daysLabel(daysBetween(todayIn(business.timeZone, deps.now()), row.dueOn), lang) });
  const facts: MailFact[] = [{ label: say('forFact'), value: titleOf(row) }];
  if (balance.dueMinor < row.totalMinor) facts.push({ label: say('amountFact'), value: money(row.totalMinor) });
  if (balance.paidMinor > 0) facts.push({ label: say('paidFact'), value: money(balance.paidMinor) });
  if (balance.creditedMinor > 0) facts.push({ label: paperWords(lang).credited, value: money(balance.creditedMinor) });
  facts.push({ label: say('leftFact'), value: amount }, { label: say('dueFact'), value: date });
  return moneyLetter(deps, reader, {
    subject: title, title, preheader: `${amount} · ${date}`, why: say('whyInvoice', { business: business.name }),
    blocks: [
      { kind: 'paragraph', text: say('hello', { name: reader.name, sentence: say(`${tone}Text`, { amount, date }) }) }, { kind: 'facts', facts },
      { kind: 'button', label: say('seeAndPay'), url: invoiceLink(deps, reader, row.id) }, { kind: 'links', links: [pdfLink(deps, reader, row)] },
    ],
  });
}
