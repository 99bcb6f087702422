import type { Deps } from '../../deps.ts';
import { systemScope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { insertReview, type ReviewRow } from './attempt-store.ts';

export type NewReview = Omit<ReviewRow, 'id' | 'createdAt' | 'resolvedAt' | 'resolution'>;

/** Puts a matter before a person, once, and tells them. */
export async function askForReview(deps: Deps, tx: WriteDb, item: NewReview): Promise<void> {
  const id = deps.newId();
  if (!(await insertReview(tx, { ...item, id, createdAt: deps.now(), resolvedAt: null, resolution: null }))) return;
  await record(deps, tx, systemScope(item.businessId), { type: 'payment.needs_review', subjectId: id, payload: { reviewId: id, kind: item.kind, text: item.text } });
}
