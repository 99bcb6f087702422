import { bringerOf } from '../bringer.ts';
import { conflict, DomainError } from '../../domain/errors.ts';
import type { DocumentWithRight } from '../document-store.ts';
import { atLeast, rightOf } from '../right-rules.ts';
import type { ReviewRow } from './review-store.ts';

export type Decision = 'approved' | 'changes_requested';

/** Looking is not speaking: that takes the right to comment. */
export const mayComment = (document: DocumentWithRight): boolean => atLeast(rightOf(document), 'comment');

/** Refuses whoever may not decide, what is not asked, and what they have not seen. */
export function checkDecision(document: DocumentWithRight, review: ReviewRow | undefined, version: number): asserts review is ReviewRow {
  if (!mayComment(document)) throw new DomainError('forbidden', 'You may look at this document, but not decide about it.');
  if (review?.state !== 'waiting') throw conflict('Nobody waits for a decision about this document: it is settled, or not asked any more.', 'not_asked');
  if (document.current !== version) throw conflict('A newer version has come. Look at it, then decide.', 'newer_version');
}

/** Somebody says again what they have said: a second click, or an answer that was lost. */
export const isSame = (review: ReviewRow | undefined, to: Decision, version: number, actor: string): boolean =>
  review?.state === to && review.version === version && review.decidedBy === actor;

/** The answer to "please change this" is a new version by the business: it is asked about by itself. */
export const asksAnew = (latest: ReviewRow | undefined, actor: string): boolean => latest?.state === 'changes_requested' && bringerOf(actor) === 'staff';

const parts = 10_000;
/** Fractions of a page, kept as whole numbers. */
export const toPlace = (fraction: number): number => Math.round(fraction * parts);
export const fromPlace = (place: number): number => place / parts;
