import { portalLink } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { formatMoney } from '../../domain/money.ts';
import type { MailFact } from '../../effects/mail-blocks.ts';
import { paperUrl } from '../paper-link.ts';
import { paperWords } from '../paper/paper-words.ts';
import type { PaymentRow, RefundRow } from '../payment-store.ts';
import { moneyLetter, type MoneyLetter } from './invoice-letters.ts';
import type { LetterReader } from './letter-reader.ts';

type LetterDeps = Pick<Deps, 'config' | 'now'>;

/** What a payment was for, and how it came. */
function factsOf(payment: PaymentRow, { voice: { say, lang } }: LetterReader): MailFact[] {
  const { methods } = paperWords(lang);
  const facts: MailFact[] = payment.allocations.map(({ number, amountMinor }) => ({ label: say('invoiceFact'), value: `${number}: ${formatMoney(amountMinor, payment.currency, lang)}` }));
  if (payment.creditMinor > 0) facts.push({ label: say('creditFact'), value: formatMoney(payment.creditMinor, payment.currency, lang) });
  facts.push({ label: say('methodFact'), value: methods[payment.method] ?? methods['other'] ?? payment.method });
  return facts;
}

const receiptUrl = (deps: LetterDeps, { businessId, id }: PaymentRow): string => paperUrl(deps, { businessId, kind: 'receipt', subjectId: id });

/** To the one who paid: it has arrived, and here is the receipt. */
export function receivedLetter(deps: LetterDeps, payment: PaymentRow, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang }, business } = reader;
  const title = say('paymentTitle', { amount: formatMoney(payment.amountMinor, payment.currency, lang) });
  const [first] = payment.allocations;
  return moneyLetter(deps, reader, {
    subject: title, title, preheader: payment.allocations.map(({ number }) => number).join(', '), why: say('whyInvoice', { business: business.name }),
    blocks: [
      { kind: 'paragraph', text: say('hello', { name: reader.name, sentence: say('paymentText') }) }, { kind: 'facts', facts: factsOf(payment, reader) },
      { kind: 'button', label: say('downloadReceipt'), url: receiptUrl(deps, payment) },
      { kind: 'links', links: [{ label: say('seeInvoice'), url: portalLink(deps, business, first ? `#portal/invoices/${first.invoiceId}` : '#portal/invoices') }] },
    ],
  });
}

/** To the business: money came in by itself. */
export function ownerPaidLetter(deps: LetterDeps, payment: PaymentRow, clientName: string, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang } } = reader;
  const title = say('ownerPaidTitle', { amount: formatMoney(payment.amountMinor, payment.currency, lang), name: clientName });
  const [first] = payment.allocations;
  return moneyLetter(deps, reader, {
    subject: title, title, preheader: payment.allocations.map(({ number }) => number).join(', '), why: say('whyOwnerMoney'),
    blocks: [
      { kind: 'paragraph', text: say('ownerPaidText', { name: clientName }) }, { kind: 'facts', facts: factsOf(payment, reader) },
      { kind: 'button', label: say('openPayment'), url: consoleLink(deps, first ? first.invoiceId : 'payments') },
      { kind: 'links', links: [{ label: say('downloadReceipt'), url: receiptUrl(deps, payment) }] },
    ],
  });
}

/** To the one who gets money back. */
export function refundLetter(deps: LetterDeps, payment: PaymentRow, refund: Pick<RefundRow, 'amountMinor' | 'currency' | 'reason'>, reader: LetterReader): MoneyLetter {
  const { voice: { say, lang }, business } = reader;
  const amount = formatMoney(refund.amountMinor, refund.currency, lang);
  const title = say('refundTitle', { amount });
  return moneyLetter(deps, reader, {
    subject: title, title, preheader: refund.reason, why: say('whyInvoice', { business: business.name }),
    blocks: [
      { kind: 'paragraph', text: say('hello', { name: reader.name, sentence: say('refundText', { amount }) }) },
      ...(refund.reason ? [{ kind: 'quote' as const, text: refund.reason }] : []),
      { kind: 'button', label: say('seeInvoice'), url: portalLink(deps, business, payment.allocations[0] ? `#portal/invoices/${payment.allocations[0].invoiceId}` : '#portal/invoices') },
    ],
  });
}

/** To the business: a person has to look. */
export function reviewLetter(deps: LetterDeps, text: string, reader: LetterReader): MoneyLetter {
  const { say } = reader.voice;
  return moneyLetter(deps, reader, {
    subject: say('reviewTitle'), title: say('reviewTitle'), preheader: text, why: say('whyOwnerMoney'),
    blocks: [{ kind: 'paragraph', text }, { kind: 'button', label: say('openReview'), url: consoleLink(deps, 'reviews') }],
  });
}

const consoleLink = (deps: LetterDeps, place: string): string => `${deps.config.publicUrl}/console/#/invoices/${place}`;
