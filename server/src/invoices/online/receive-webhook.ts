import type { ProviderName } from '@portico/contract/invoices/checkout.ts';
import { findBusinessByKey } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { DomainError, notFound } from '../../domain/errors.ts';
import { ProviderError, type ProviderAccount, type ProviderEvent } from '../../effects/payments/payment-provider.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { systemScope } from '../../domain/scope.ts';
import { findRefund, findRefundByRef } from '../payment-store.ts';
import { askForReview } from './ask-for-review.ts';
import { findAttempt, findAttemptByCheckout, insertProviderEvent, isKnownEvent, type AttemptRow, type ProviderEventRow } from './attempt-store.ts';
import { bringRefundBack } from './failed-refund.ts';
import { accountAt, openAccount } from './provider-account.ts';
import { settleAttempt } from './settle-attempt.ts';

/**
 * A provider says that something happened. The signature is checked on the bytes as they came; the event is only a
 * hint, so the checkout is read again; event and effect are written together, once, whatever the order.
 */
export async function receiveWebhook(deps: Deps, { provider, businessKey, rawBody, header }: { readonly provider: ProviderName; readonly businessKey: string; readonly rawBody: string; header(name: string): string | undefined }): Promise<Record<string, never>> {
  const { businessId, account } = await accountOf(deps, provider, businessKey);
  const event = readEvent(deps, provider, account, rawBody, header);
  const key = { businessId, provider, accountId: account.accountId, eventId: event.id };
  if (await deps.store.read((db) => isKnownEvent(db, key))) return {};
  if (event.refund) return hearOfRefund(deps, account, { ...key, type: event.type }, event.refund);
  const attempt = await deps.store.read((db) => attemptOf(db, businessId, provider, event));
  const ref = attempt?.checkoutRef ?? event.checkoutRef;
  const checkout = ref === null ? undefined : await deps.payments[provider].readCheckout(account, ref);
  await deps.store.write(async (tx) => {
    if (await isKnownEvent(tx, key)) return;
    await insertProviderEvent(tx, { ...key, type: event.type, attemptId: attempt?.id ?? null, receivedAt: deps.now() });
    if (attempt && checkout) await settleAttempt(deps, tx, attempt, checkout);
    else if (checkout?.state === 'paid') await reportUnknown(deps, tx, businessId, provider, checkout);
  });
  return {};
}

/** Money that went back is on its way for days, and may return. Refunds that were made at the provider by hand are none of ours. */
async function hearOfRefund(deps: Deps, account: ProviderAccount, event: Omit<ProviderEventRow, 'attemptId' | 'receivedAt' | 'provider'> & { readonly provider: ProviderName }, { ref, refundId }: NonNullable<ProviderEvent['refund']>): Promise<Record<string, never>> {
  const { businessId, provider } = event;
  const refund = await deps.store.read(async (db) => await findRefundByRef(db, businessId, provider, ref) ?? (refundId === null ? undefined : findRefund(db, systemScope(businessId), refundId)));
  const state = refund && (await deps.payments[provider].readRefund(account, ref)).state;
  await deps.store.write(async (tx) => {
    if (await isKnownEvent(tx, event)) return;
    await insertProviderEvent(tx, { ...event, attemptId: null, receivedAt: deps.now() });
    if (refund && state === 'failed') await bringRefundBack(deps, tx, refund, 'the bank sent it back');
  });
  return {};
}

async function accountOf(deps: Deps, provider: ProviderName, businessKey: string): Promise<{ businessId: string; account: ProviderAccount }> {
  const found = await deps.store.read(async (db) => {
    const business = await findBusinessByKey(db, businessKey);
    const row = business && await accountAt(db, business.id, provider);
    return row && { businessId: business.id, account: openAccount(deps, row) };
  });
  if (!found || found.account.webhookSecret === '') throw notFound();
  return found;
}

function readEvent(deps: Deps, provider: ProviderName, account: ProviderAccount, rawBody: string, header: (name: string) => string | undefined): ProviderEvent {
  try {
    return deps.payments[provider].readEvent(account, rawBody, header, deps.now());
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'forged') throw new DomainError('malformed_request', 'The signature does not fit: check the signing secret of this webhook.');
    throw error;
  }
}

/** By our id, which the provider gives back; else by its own. */
async function attemptOf(db: ReadDb, businessId: string, provider: ProviderName, event: ProviderEvent): Promise<AttemptRow | undefined> {
  const named = event.attemptId === null ? undefined : await findAttempt(db, businessId, event.attemptId);
  if (named?.provider === provider && (named.checkoutRef === null || event.checkoutRef === null || named.checkoutRef === event.checkoutRef)) return named;
  return event.checkoutRef === null ? undefined : findAttemptByCheckout(db, businessId, provider, event.checkoutRef);
}

async function reportUnknown(deps: Deps, tx: WriteDb, businessId: string, provider: ProviderName, checkout: { paymentRef: string | null; amountMinor: number; currency: string }): Promise<void> {
  await askForReview(deps, tx, {
    businessId, kind: 'unknown_payment', dedupeKey: `unknown_payment:${provider}:${checkout.paymentRef}`, clientId: null, provider, attemptId: null, paymentId: null,
    text: `A payment reached your account that nothing here asked for (${checkout.paymentRef ?? 'without a name'}). If it belongs to an invoice, record it by hand.`,
    amountMinor: checkout.amountMinor, currency: checkout.currency,
  });
}
