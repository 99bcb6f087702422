import type { ResolveReviewInput, ReviewItem } from '@portico/contract/invoices/checkout.ts';
import { findBusiness } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../domain/errors.ts';
import { formatMoney } from '../../domain/money.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { resolveReview, reviewsOf, type ReviewRow } from './attempt-store.ts';

const most = 100;

/** What a person must look at, what waits first. */
export function listReviews(deps: Deps, scope: Scope): Promise<{ items: ReviewItem[] }> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    const rows = await reviewsOf(db, scope, most);
    const names = await clientNames(db, scope, rows.flatMap(({ clientId }) => clientId ?? []));
    return { items: rows.map((row) => toReview(row, names.get(row.clientId ?? '') ?? null, business?.lang ?? 'en')) };
  });
}

/** Somebody has dealt with it, and says how. */
export async function settleReview(deps: Deps, tx: WriteDb, scope: Scope, id: string, { note }: ResolveReviewInput): Promise<ReviewItem> {
  requireStaff(scope, 'admin');
  const row = await resolveReview(tx, scope, id, deps.now(), note);
  const business = await findBusiness(tx, scope.businessId);
  if (!row || !business) throw notFound();
  await record(deps, tx, scope, { type: 'review.settled', subjectId: id, ...(row.clientId !== null && { clientId: row.clientId }), payload: { reviewId: id, note } });
  const names = await clientNames(tx, scope, row.clientId === null ? [] : [row.clientId]);
  return toReview(row, names.get(row.clientId ?? '') ?? null, business.lang);
}

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

const toReview = (row: ReviewRow, clientName: string | null, lang: string): ReviewItem => ({
  id: row.id, kind: row.kind, clientId: row.clientId, clientName, provider: row.provider, text: row.text, amountMinor: row.amountMinor, currency: row.currency,
  label: row.amountMinor === null || row.currency === null ? null : formatMoney(row.amountMinor, row.currency, lang), paymentId: row.paymentId, attemptId: row.attemptId,
  createdAt: new Date(row.createdAt).toISOString(), resolvedAt: iso(row.resolvedAt), resolution: row.resolution,
});
