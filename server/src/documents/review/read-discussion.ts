import type { Discussion, ReviewPage, ReviewQuery } from '@portico/contract/documents/review.ts';
import { staffNames } from '../../auth/public.ts';
import { findBusiness } from '../../business/public.ts';
import { clientNames, contactsOf } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { notFound } from '../../domain/errors.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { KeyUnavailable, openTextKey } from '../client-keys.ts';
import { findForStaff, findOwn } from '../read-document.ts';
import { openComment } from './comment-cipher.ts';
import { commentsOf, type CommentRow } from './comment-store.ts';
import { mayComment } from './review-rules.ts';
import { countReviews, reviewsOf, reviewsPage, type ReviewRow } from './review-store.ts';
import { toDiscussion, toReview, toThreads, type ReviewReader, type Said } from './review-view.ts';

/** All that is asked, decided and said about one document, for somebody who may see it. */
export async function readDiscussion(deps: Deps, db: ReadDb, scope: Scope, id: string, lang?: string): Promise<Discussion> {
  const isClient = scope.role === 'client';
  const { document } = await (isClient ? findOwn : findForStaff)(db, scope, id);
  if (!document) return toDiscussion(id, [], [], { mayComment: false, mayDecide: false });
  const reader = await readerOf(deps, db, scope, [document.clientId], lang);
  const reviews = await reviewsOf(db, scope, id);
  const said = await openAll(deps, db, scope, document.clientId, await commentsOf(db, scope, id));
  const maySpeak = !isClient || mayComment(document);
  return toDiscussion(id, reviews.map((row) => toReview(row, reader, reasonOf(row, said))), toThreads(said, reviews, reader, scope.actor), {
    mayComment: maySpeak, mayDecide: isClient && maySpeak && document.current !== null && reviews[0]?.state === 'waiting',
  });
}

export async function discussionAfter(deps: Deps, tx: WriteDb, scope: Scope, id: string, lang: string | undefined, change: Promise<void>): Promise<Discussion> {
  await change;
  return readDiscussion(deps, tx, scope, id, lang);
}

/** What is asked and was decided, across documents. */
export function listReviews(deps: Deps, scope: Scope, { state, client, cursor, limit }: ReviewQuery): Promise<ReviewPage> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const rows = await reviewsPage(db, scope, { state, clientId: client, after: cursor, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const clientIds = [...new Set(shown.map(({ review }) => review.clientId))];
    const reader = await readerOf(deps, db, scope, clientIds);
    const names = await clientNames(db, scope, clientIds);
    const items = [];
    for (const { review, documentName } of shown) {
      const said = review.commentId === null ? [] : await openAll(deps, db, scope, review.clientId, (await commentsOf(db, scope, review.documentId)).filter(({ id }) => id === review.commentId));
      items.push({ ...toReview(review, reader, reasonOf(review, said)), documentId: review.documentId, documentName, clientId: review.clientId, clientName: names.get(review.clientId) ?? '' });
    }
    return { items, nextCursor: rows.length > limit ? shown.at(-1)?.review.id ?? null : null, counts: await countReviews(db, scope, todayIn(reader.timeZone, reader.now)) };
  });
}

async function readerOf(deps: Deps, db: ReadDb, scope: Scope, clientIds: readonly string[], lang?: string): Promise<ReviewReader> {
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  const contacts = clientIds.length === 0 ? [] : await contactsOf(db, scope, clientIds);
  return { lang: lang ?? business.lang, timeZone: business.timeZone, now: deps.now(), names: new Map([...await staffNames(db, scope), ...contacts.map(({ id, name }) => [id, name] as const)]) };
}

const reasonOf = ({ commentId, state }: ReviewRow, said: readonly Said[]): string | null =>
  said.find(({ row }) => row.id === commentId)?.text ?? (state === 'changes_requested' ? '' : null);

/** Opens what was said. What does not open is as if it had been taken back, and is written down for whoever runs this. */
export async function openAll(deps: Deps, db: ReadDb, scope: Scope, clientId: string, rows: readonly CommentRow[]): Promise<Said[]> {
  if (rows.every(({ removedAt }) => removedAt !== null)) return rows.map((row) => ({ row, text: null }));
  try {
    const key = await openTextKey(deps, db, scope, clientId);
    return rows.map((row) => ({ row, text: row.removedAt === null ? opened(deps, key, row) : null }));
  } catch (error) {
    if (!(error instanceof KeyUnavailable)) throw error;
    deps.log.error({ clientId, err: error }, 'comments cannot be opened');
    return rows.map((row) => ({ row, text: null }));
  }
}

function opened(deps: Deps, key: Uint8Array, row: CommentRow): string | null {
  const text = openComment(key, row.id, row.sealedText);
  if (text === undefined) deps.log.error({ commentId: row.id }, 'a comment cannot be opened');
  return text ?? null;
}
