import type { Deps } from '../../deps.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findOwn } from '../read-document.ts';
import { say } from './add-comment.ts';
import { factsOf } from './ask-for-review.ts';
import { checkDecision, isSame, type Decision } from './review-rules.ts';
import { reviewsOf, updateReview } from './review-store.ts';

export interface Deciding {
  readonly to: Decision;
  /** The version that the person has looked at. */
  readonly version: number;
  /** Required with `changes_requested`. */
  readonly text: string;
}

/** A client's word on what the business asked them to approve. Said twice, it counts once. */
export async function decideReview(deps: Deps, tx: WriteDb, scope: Scope, id: string, { to, version, text }: Deciding): Promise<void> {
  const { document } = await findOwn(tx, scope, id);
  if (!document) throw new DomainError('forbidden', 'An invoice is not approved here: it is paid.');
  const [review] = await reviewsOf(tx, scope, id);
  if (isSame(review, to, version, scope.actor)) return;
  checkDecision(document, review, version);
  const commentId = text === '' ? null : (await say(deps, tx, scope, document, { version, text })).id;
  await updateReview(tx, scope, review.id, { state: to, version, decidedBy: scope.actor, decidedAt: deps.now(), commentId });
  await record(deps, tx, scope, { type: to === 'approved' ? 'document.approved' : 'document.changes_requested', subjectId: id, clientId: document.clientId, payload: factsOf(document, { ...review, version }) });
}
