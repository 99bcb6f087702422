import type { AskForReviewInput } from '@portico/contract/documents/review.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { conflict, invalidField, notFound } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import type { DocumentRow } from '../document-store.ts';
import { findForStaff } from '../read-document.ts';
import { asksAnew } from './review-rules.ts';
import { insertReview, reviewsOf, updateReview, waitingReview, type ReviewRow } from './review-store.ts';

export async function staffDocument(tx: WriteDb, scope: Scope, id: string): Promise<DocumentRow> {
  const { document } = await findForStaff(tx, scope, id);
  if (!document) throw conflict('An invoice is not approved here: it is paid.');
  return document;
}

/** Asks the client to approve a document. Asking while it is asked changes the words and the date. */
export async function askForReview(deps: Deps, tx: WriteDb, scope: Scope, id: string, { message, dueOn }: AskForReviewInput): Promise<void> {
  const document = await staffDocument(tx, scope, id);
  if (document.archived) throw conflict('It is in the archive, where the client does not see it. Bring it back first.');
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  if (dueOn !== null && dueOn < todayIn(business.timeZone, deps.now())) throw invalidField('dueOn', 'This day has passed: choose today or later.');
  const waiting = await waitingReview(tx, scope, id);
  if (waiting?.message === message && waiting.dueOn === dueOn) return;
  if (waiting) await updateReview(tx, scope, waiting.id, { message, dueOn });
  const row = waiting ? { ...waiting, message, dueOn } : await begin(deps, tx, scope, document, { message, dueOn });
  await record(deps, tx, scope, { type: 'document.review_asked', subjectId: id, clientId: document.clientId, payload: { ...factsOf(document, row), dueOn } });
}

async function begin(deps: Deps, tx: WriteDb, scope: Scope, document: DocumentRow, what: Pick<ReviewRow, 'message' | 'dueOn'>): Promise<ReviewRow> {
  const row: ReviewRow = {
    businessId: scope.businessId, clientId: document.clientId, documentId: document.id, id: deps.newId(), version: document.current ?? document.latest, state: 'waiting', ...what,
    askedBy: scope.actor, askedAt: deps.now(), decidedBy: null, decidedAt: null, commentId: null,
  };
  await insertReview(tx, row);
  return row;
}

export const factsOf = ({ id, name }: Pick<DocumentRow, 'id' | 'name'>, { id: reviewId, version }: Pick<ReviewRow, 'id' | 'version'>): { documentId: string; name: string; reviewId: string; version: number } =>
  ({ documentId: id, name, reviewId, version });

/** It is not asked any more. */
export async function withdrawReview(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<void> {
  const document = await staffDocument(tx, scope, id);
  const waiting = await waitingReview(tx, scope, id);
  if (!waiting) return;
  await updateReview(tx, scope, waiting.id, { state: 'withdrawn' });
  await record(deps, tx, scope, { type: 'document.review_withdrawn', subjectId: id, clientId: document.clientId, payload: factsOf(document, waiting) });
}

/** A new version opens: what is asked is asked about this one; and where changes were wanted, this is the answer. */
export async function reviewNewVersion(deps: Deps, tx: WriteDb, scope: Scope, document: DocumentRow, version: { readonly number: number; readonly actor: string }): Promise<void> {
  const [latest] = await reviewsOf(tx, scope, document.id);
  if (!latest) return;
  if (latest.state === 'waiting') await updateReview(tx, scope, latest.id, { version: version.number });
  const isFirst = latest.state === 'waiting' && document.current === null;
  if (!isFirst && !asksAnew(latest, version.actor)) return;
  // Asked about before it could be opened, it is heard of now.
  const row = isFirst ? { ...latest, version: version.number } : await begin(deps, tx, { ...scope, actor: version.actor }, { ...document, current: version.number }, { message: latest.message, dueOn: null });
  await record(deps, tx, scope, { type: 'document.review_asked', subjectId: document.id, clientId: document.clientId, payload: { ...factsOf(document, row), dueOn: row.dueOn } });
}
