import { systemScope } from '../../domain/scope.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { findInvoice } from '../invoice-store.ts';
import { payingReader } from '../letters/letter-reader.ts';
import { sendLetter } from '../letters/send-letters.ts';
import { findAttempt } from '../online/attempt-store.ts';
import { findSubscription } from '../plans/plan-store.ts';
import { agreedLetter, endedLetter, failedLetter } from './autopay-letters.ts';
import { findConsent, findMethod } from './consent-store.ts';
import { methodLabel } from './method-view.ts';

/** What was not taken is asked for by letter; a payment that somebody made by hand and that failed said so on its page. */
const tellFailed: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const attempt = await findAttempt(tx, event.businessId, event.subjectId ?? '');
  const method = attempt && await findMethod(tx, scope, attempt.methodId ?? '');
  const invoice = attempt && await findInvoice(tx, scope, attempt.allocations[0]?.invoiceId ?? '');
  // Stopped by the client: there is nothing to be told.
  if (!attempt || !method || !invoice || attempt.failure === 'cancelled') return;
  const reader = await payingReader(tx, scope, attempt.clientId, invoice.lang);
  if (reader) await sendLetter(deps, tx, reader, failedLetter(deps, invoice, { method: methodLabel(method), amountMinor: attempt.amountMinor, failure: attempt.failure ?? '' }, reader), `invoice:${invoice.id}`);
};

const tellAgreed: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const { consentId, name, method } = JSON.parse(event.payload) as { consentId: string; name: string; method: string };
  const consent = await findConsent(tx, scope, consentId);
  const reader = consent && await payingReader(tx, scope, consent.clientId);
  if (consent && reader) await sendLetter(deps, tx, reader, agreedLetter(deps, { plan: name, method, wording: consent.wording }, reader), `plan:${event.subjectId}`);
};

/** The end of a plan has a letter of its own, and so has the consent that took this one's place. */
const tellEnded: HandleEvent = async (deps, tx, event) => {
  const { method, why } = JSON.parse(event.payload) as { method: string; why: string };
  if (why === 'plan_ended' || why === 'replaced') return;
  const scope = systemScope(event.businessId);
  const found = await findSubscription(tx, scope, event.subjectId ?? '');
  const reader = found && await payingReader(tx, scope, found.row.clientId);
  if (found && reader) await sendLetter(deps, tx, reader, endedLetter(deps, { plan: found.plan.name, method }, reader), `plan:${found.row.id}`);
};

export const autopayNotices: Readonly<Record<string, HandleEvent>> = { 'payment.failed': tellFailed, 'autopay.agreed': tellAgreed, 'autopay.ended': tellEnded };
