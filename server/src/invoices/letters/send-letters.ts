import { findBusiness } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { MINUTE } from '../../domain/civil-time.ts';
import { systemScope } from '../../domain/scope.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { hasJobAbout } from '../../jobs/job-store.ts';
import { queueMail } from '../../notifications/public.ts';
import type { WriteDb } from '../../storage/store.ts';
import { chargeOf } from '../autopay/charge-store.ts';
import { methodLabel } from '../autopay/method-view.ts';
import { findInvoice } from '../invoice-store.ts';
import { findPayment } from '../payment-store.ts';
import { creditLetter, issuedLetter, voidedLetter, type MoneyLetter } from './invoice-letters.ts';
import { owningReader, payingReader, type LetterReader } from './letter-reader.ts';
import { ownerPaidLetter, receivedLetter, refundLetter, reviewLetter } from './payment-letters.ts';

/** Queues a letter, if its reader has an address. Clients answer to the business. */
export async function sendLetter(deps: Deps, tx: WriteDb, reader: LetterReader, letter: MoneyLetter, about: string): Promise<void> {
  if (!reader.address) return;
  const { business } = reader;
  await queueMail(deps, tx, {
    businessId: business.id, to: { name: reader.name, address: reader.address }, ...letter, about, ...(reader.address !== business.email && { replyTo: business.email }),
  });
}

export const tellIssued: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const row = await findInvoice(tx, scope, event.subjectId ?? '');
  const reader = row && await payingReader(tx, scope, row.clientId, row.lang);
  // A void one is no longer owed: its letter would ask for what nobody wants.
  if (!row || !reader || row.stage !== 'issued') return;
  const charge = await chargeOf(tx, scope, row.id);
  await sendLetter(deps, tx, reader, issuedLetter(deps, row, reader, charge && { method: methodLabel(charge.method), chargeOn: charge.chargeOn }), `invoice:${row.id}`);
};

export const tellCredited: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const row = await findInvoice(tx, scope, event.subjectId ?? '');
  const invoice = row?.creditOf ? await findInvoice(tx, scope, row.creditOf) : undefined;
  const reader = row && await payingReader(tx, scope, row.clientId, row.lang);
  if (!row || !invoice || !reader) return;
  await sendLetter(deps, tx, reader, creditLetter(deps, row, invoice, reader), `invoice:${invoice.id}`);
};

/** By then the letter that asks for the money has left, if it ever will. */
const asksWithin = 60 * MINUTE;

/** Whoever was asked for the money hears that it is no longer wanted. Only people give reasons worth quoting. */
export const tellVoided: HandleEvent = async (deps, tx, event) => {
  const row = await findInvoice(tx, systemScope(event.businessId), event.subjectId ?? '');
  const reader = row && await payingReader(tx, systemScope(event.businessId), row.clientId, row.lang);
  if (!row || !reader || row.totalMinor === 0) return;
  const wasAsked = event.at - (row.issuedAt ?? 0) > asksWithin || await hasJobAbout(tx, systemScope(event.businessId), `invoice:${row.id}`, 'mail.send');
  if (!wasAsked) return;
  const { reason } = JSON.parse(event.payload) as { reason: string };
  await sendLetter(deps, tx, reader, voidedLetter(deps, row, event.actor.startsWith('staff:') ? reason : undefined, reader), `invoice:${row.id}`);
};

/** The client gets a receipt; the owner hears of what they did not write down themselves. */
export const tellReceived: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const payment = await findPayment(tx, scope, event.subjectId ?? '');
  if (!payment) return;
  const [first] = payment.allocations;
  const reader = await payingReader(tx, scope, payment.clientId, first && (await findInvoice(tx, scope, first.invoiceId))?.lang);
  if (!reader) return;
  const about = `payment:${payment.id}`;
  await sendLetter(deps, tx, reader, receivedLetter(deps, payment, reader), about);
  if (payment.provider === 'manual') return;
  const name = (await clientNames(tx, scope, [payment.clientId])).get(payment.clientId) ?? reader.name;
  const owner = owningReader(reader.business);
  await sendLetter(deps, tx, owner, ownerPaidLetter(deps, payment, name, owner), about);
};

export const tellRefunded: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const payment = await findPayment(tx, scope, event.subjectId ?? '');
  const reader = payment && await payingReader(tx, scope, payment.clientId);
  if (!payment || !reader) return;
  const { amountMinor, currency, reason } = JSON.parse(event.payload) as { amountMinor: number; currency: string; reason: string };
  await sendLetter(deps, tx, reader, refundLetter(deps, payment, { amountMinor, currency, reason }, reader), `payment:${payment.id}`);
};

export const tellReview: HandleEvent = async (deps, tx, event) => {
  const business = await findBusiness(tx, event.businessId);
  if (!business) return;
  const { text } = JSON.parse(event.payload) as { text: string };
  const owner = owningReader(business);
  await sendLetter(deps, tx, owner, reviewLetter(deps, text, owner), `review:${event.subjectId}`);
};
