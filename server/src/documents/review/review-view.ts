import type { Comment, Discussion, Review, ReviewBadge, Thread } from '@portico/contract/documents/review.ts';
import { bringerOf } from '../bringer.ts';
import { dayLabel, shortDateLabel, todayIn } from '../../domain/civil-dates.ts';
import { momentIn } from '../../domain/moments.ts';
import type { CommentRow } from './comment-store.ts';
import { fromPlace } from './review-rules.ts';
import type { ReviewRow } from './review-store.ts';

/** How somebody reads: a language, the business's calendar, today, and who is who. */
export interface ReviewReader {
  readonly lang: string;
  readonly timeZone: string;
  readonly now: number;
  readonly names: ReadonlyMap<string, string>;
}

const iso = (instant: number): string => new Date(instant).toISOString();
const nameIn = (names: ReadonlyMap<string, string>, actor: string): string => names.get(actor.split(':')[1] ?? '') ?? '';

export function toBadge({ state, version, dueOn }: ReviewRow, { lang, timeZone, now }: Omit<ReviewReader, 'names'>): ReviewBadge {
  const today = todayIn(timeZone, now);
  return { state, version, dueOn, isOverdue: state === 'waiting' && dueOn !== null && dueOn < today, label: { dueOn: dueOn === null ? null : dayLabel(dueOn, today, lang) } };
}

export function toReview(row: ReviewRow, reader: ReviewReader, reason: string | null): Review {
  const badge = toBadge(row, reader);
  const date = (at: number): string => shortDateLabel(todayIn(reader.timeZone, at), reader.lang);
  return {
    ...badge, id: row.id, message: row.message, askedAt: iso(row.askedAt), askedByName: nameIn(reader.names, row.askedBy),
    decidedAt: row.decidedAt === null ? null : iso(row.decidedAt), decidedByName: row.decidedBy === null ? null : nameIn(reader.names, row.decidedBy), reason,
    label: { ...badge.label, askedAt: date(row.askedAt), decidedAt: row.decidedAt === null ? null : date(row.decidedAt) },
  };
}

const said = (at: number, { timeZone, lang, now }: ReviewReader): string =>
  `${dayLabel(todayIn(timeZone, at), todayIn(timeZone, now), lang)}, ${momentIn({ instant: at, timeZone, locale: lang }).time}`;

export interface Said {
  readonly row: CommentRow;
  /** Null when it was taken back. */
  readonly text: string | null;
}

export function toThreads(all: readonly Said[], reviews: readonly ReviewRow[], reader: ReviewReader, actor: string): Thread[] {
  const decisions = new Map(reviews.map(({ commentId, state }) => [commentId, state]));
  const toComment = ({ row, text }: Said): Comment => {
    const decision = decisions.get(row.id);
    return {
      id: row.id, text, by: bringerOf(row.actor) === 'client' ? 'client' : 'staff', byName: nameIn(reader.names, row.actor), isOwn: row.actor === actor, createdAt: iso(row.createdAt),
      decision: decision === 'approved' || decision === 'changes_requested' ? decision : null,
      label: { createdAt: said(row.createdAt, reader) },
    };
  };
  // A thread of which nothing is left is gone.
  const threads = [...Map.groupBy(all, ({ row }) => row.threadId).values()].filter((thread) => thread.some(({ text }) => text !== null));
  return threads.flatMap((thread) => {
    const first = thread.find(({ row }) => row.id === row.threadId)?.row;
    if (!first) return [];
    const { id, version, page, x, y, resolvedAt, resolvedBy } = first;
    return [{
      id, version, pin: page === null || x === null || y === null ? null : { page, x: fromPlace(x), y: fromPlace(y) },
      isResolved: resolvedAt !== null, resolvedByName: resolvedBy === null ? null : nameIn(reader.names, resolvedBy), comments: thread.map(toComment),
    }];
  });
}

export const toDiscussion = (documentId: string, reviews: readonly Review[], threads: readonly Thread[], may: Pick<Discussion, 'mayComment' | 'mayDecide'>): Discussion =>
  ({ documentId, reviews: [...reviews], threads: [...threads], ...may });
