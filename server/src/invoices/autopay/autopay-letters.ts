import { dateLabel } from '../../domain/civil-dates.ts';
import { formatMoney } from '../../domain/money.ts';
import type { InvoiceRow } from '../invoice-store.ts';
import { titleOf } from '../invoice-view.ts';
import { invoiceLink, moneyLetter, pdfLink, type MoneyLetter } from '../letters/invoice-letters.ts';
import type { LetterReader } from '../letters/letter-reader.ts';
import { planLetter, plansLink, type LetterDeps } from '../plans/plan-letters.ts';

export interface Announced {
  readonly plan: string;
  readonly method: string;
  readonly amountMinor: number;
  readonly chargeOn: string;
  /** The client knew another amount. */
  readonly isNew: boolean;
}

/** Some days before something is taken. */
export function soonLetter(deps: LetterDeps, { plan, method, amountMinor, chargeOn, isNew }: Announced, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang }, business } = reader;
  const values = { plan, method, amount: formatMoney(amountMinor, business.currency, lang), date: dateLabel(chargeOn, lang) };
  return planLetter(deps, reader, { title: say('autopaySoonTitle', values), sentence: say(isNew ? 'autopayNewAmountText' : 'autopaySoonText', values) });
}

/** The words that were agreed to, for the client to keep. */
export function agreedLetter(deps: LetterDeps, { plan, method, wording }: { readonly plan: string; readonly method: string; readonly wording: string }, reader: LetterReader): MoneyLetter {
  const { say } = reader.voice;
  return planLetter(deps, reader, { title: say('autopayAgreedTitle', { plan }), sentence: say('autopayAgreedText', { method }), quote: wording });
}

export function endedLetter(deps: LetterDeps, values: { readonly plan: string; readonly method: string }, reader: LetterReader): MoneyLetter {
  const { say } = reader.voice;
  return planLetter(deps, reader, { title: say('autopayEndedTitle', values), sentence: say('autopayEndedText', values) });
}

/** It was not taken: an ordinary open invoice from now on. */
export function failedLetter(deps: LetterDeps, row: InvoiceRow, { method, amountMinor, failure }: { readonly method: string; readonly amountMinor: number; readonly failure: string }, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang }, business, name } = reader;
  const amount = formatMoney(amountMinor, row.currency, lang);
  const title = say('autopayFailedTitle', { number: row.number ?? '' });
  const sentence = say(failure === 'authentication_required' ? 'autopayBankAsksText' : 'autopayDeclinedText', { amount, method });
  return moneyLetter(deps, reader, {
    subject: title, title, preheader: sentence, why: say('whyInvoice', { business: business.name }),
    blocks: [
      { kind: 'paragraph', text: say('hello', { name, sentence }) }, { kind: 'facts', facts: [{ label: say('forFact'), value: titleOf(row) }, { label: say('leftFact'), value: amount }] },
      { kind: 'button', label: say('seeAndPay'), url: invoiceLink(deps, reader, row.id) }, { kind: 'links', links: [pdfLink(deps, reader, row), { label: say('seePlans'), url: plansLink(deps, reader) }] },
    ],
  });
}
