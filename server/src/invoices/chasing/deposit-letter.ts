import type { Deps } from '../../deps.ts';
import { dateLabel, daysBetween, daysLabel, todayIn } from '../../domain/civil-dates.ts';
import { formatMoney } from '../../domain/money.ts';
import type { MailFact } from '../../effects/mail-blocks.ts';
import { titleOf } from '../invoice-view.ts';
import { invoiceLink, moneyLetter, pdfLink, type MoneyLetter } from '../letters/invoice-letters.ts';
import type { LetterReader } from '../letters/letter-reader.ts';
import type { Reminder } from './reminder-letter.ts';

export interface DepositReminder extends Omit<Reminder, 'tone'> {
  readonly leftMinor: number;
  readonly depositDueOn: string;
  readonly isLate: boolean;
}

/** Asks for what is missing of a deposit; the rest is due on its own day, and the letter says so. */
export function depositLetter(deps: Pick<Deps, 'config' | 'now'>, { row, balance, leftMinor, depositDueOn, isLate }: DepositReminder, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang }, business } = reader;
  const money = (minor: number): string => formatMoney(minor, row.currency, lang);
  const [amount, date] = [money(leftMinor), dateLabel(depositDueOn, lang)];
  const title = say(isLate ? 'depositLateTitle' : 'depositSoonTitle', { number: row.number, when: daysLabel(daysBetween(todayIn(business.timeZone, deps.now()), depositDueOn), lang) });
  const facts: MailFact[] = [{ label: say('forFact'), value: titleOf(row) }, { label: say('amountFact'), value: money(row.totalMinor) }];
  if (balance.paidMinor > 0) facts.push({ label: say('paidFact'), value: money(balance.paidMinor) });
  facts.push({ label: say('depositFact'), value: `${amount}, ${date}` }, { label: say('dueFact'), value: dateLabel(row.dueOn, lang) });
  return moneyLetter(deps, reader, {
    subject: title, title, preheader: `${amount} · ${date}`, why: say('whyInvoice', { business: business.name }),
    blocks: [
      { kind: 'paragraph', text: say('hello', { name: reader.name, sentence: say(isLate ? 'depositLateText' : 'depositSoonText', { amount, date }) }) }, { kind: 'facts', facts },
      { kind: 'button', label: say('seeAndPay'), url: invoiceLink(deps, reader, row.id) }, { kind: 'links', links: [pdfLink(deps, reader, row)] },
    ],
  });
}
