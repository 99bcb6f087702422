import type { Deps } from '../../deps.ts';
import { DomainError, notFound } from '../../domain/errors.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { HopelessJob, type RunJob } from '../../jobs/worker.ts';
import { findBusiness } from '../../business/public.ts';
import { receiveWebhook } from '../online/receive-webhook.ts';
import { accountAt, openAccount } from '../online/provider-account.ts';
import { findCheckout, insertNetworkMethod, moveCheckout, type CheckoutRow } from './network-store.ts';
import { signNetworkEvent } from './network-signature.ts';
import { fateOf } from './test-cards.ts';

export type CardAnswer = { readonly kind: 'done'; readonly returnUrl: string } | { readonly kind: 'declined' } | { readonly kind: 'ask' };

const lateMs = 10_000;

export async function readTestCheckout(deps: Deps, businessId: string, ref: string): Promise<CheckoutRow> {
  const row = deps.config.demo ? await deps.store.read((db) => findCheckout(db, businessId, ref)) : undefined;
  if (!row) throw notFound();
  return row;
}

/** What the card network does when somebody types a card. */
export async function payWithCard(deps: Deps, businessId: string, ref: string, card: string, isApproved: boolean): Promise<CardAnswer> {
  const row = await readTestCheckout(deps, businessId, ref);
  if (row.state !== 'open' || row.expiresAt <= deps.now()) return { kind: 'done', returnUrl: row.returnUrl };
  const fate = fateOf(card);
  if (fate === undefined) throw new DomainError('invalid_input', 'Use one of the test cards below.', { fields: [{ field: 'card', message: 'Use one of the test cards below.' }] });
  if (fate === 'declined') return { kind: 'declined' };
  if (fate === 'asks_first' && !isApproved) return { kind: 'ask' };
  await deps.store.write(async (tx) => {
    const isLate = fate === 'pays_late';
    const kept = row.saves ? { ref: `test_method_${deps.newId()}`, card: card.replaceAll(/\s/g, '') } : undefined;
    if (!(await moveCheckout(tx, row, { state: isLate ? 'processing' : 'paid', paymentRef: `test_payment_${deps.newId()}`, methodRef: kept?.ref ?? null }))) return;
    if (kept) await insertNetworkMethod(tx, { businessId, ...kept, customerRef: `test_customer_${deps.newId()}`, detached: false });
    if (fate === 'pays_silently') return;
    await enqueue(deps, tx, { businessId, kind: 'test_network.tell', payload: { ref, type: 'checkout.paid' }, runAt: deps.now() + (isLate ? lateMs : 0) });
  });
  return { kind: 'done', returnUrl: row.returnUrl };
}

/** The network's own webhook sender: signed, over the same door as any provider's. */
export const tellBusiness: RunJob = async (deps, job, payload) => {
  const row = await deps.store.read((db) => findCheckout(db, job.businessId, String(payload['ref'])));
  const account = await deps.store.read((db) => accountAt(db, job.businessId, 'test'));
  const business = await deps.store.read((db) => findBusiness(db, job.businessId));
  if (!row || !account || !business) throw new HopelessJob('this checkout has no account any more');
  if (row.state === 'processing') await deps.store.write((tx) => moveCheckout(tx, row, { state: 'paid' }));
  const rawBody = JSON.stringify({ id: `test_event_${job.id}`, type: payload['type'], checkout: row.ref, attemptId: row.attemptId });
  const signature = signNetworkEvent(openAccount(deps, account).webhookSecret, rawBody, deps.now());
  await receiveWebhook(deps, { provider: 'test', businessKey: business.key, rawBody, header: (name) => (name === 'test-signature' ? signature : undefined) });
};
