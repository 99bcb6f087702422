import type { Preview } from '@portico/contract/documents/preview.ts';
import type { Discussion, ListedReview, Review, Thread } from '@portico/contract/documents/review.ts';
import { fakeId, fakeNow } from './fake-business.ts';
import type { FakeRoutes } from './fake-routes.ts';

const review = (change: Partial<Review> = {}): Review => ({
  id: fakeId('review', 1), state: 'changes_requested', version: 1, dueOn: null, isOverdue: false, message: 'Does this fit your week?', askedAt: fakeNow, askedByName: 'Anna Botha', decidedAt: fakeNow, decidedByName: 'Thandi Nkosi', reason: 'Not on Sundays',
  label: { dueOn: null, askedAt: '24 Nov 2026', decidedAt: '24 Nov 2026' }, ...change,
});

const thread = (number: number, text: string, change: Partial<Thread> = {}): Thread => ({
  id: fakeId('comment', number), version: 1, pin: null, isResolved: false, resolvedByName: null,
  comments: [{ id: fakeId('comment', number), text, by: 'client', byName: 'Thandi Nkosi', isOwn: false, createdAt: fakeNow, decision: null, label: { createdAt: 'today, 10:00' } }], ...change,
});

interface Named { readonly id: string; readonly name: string; readonly clientId: string; readonly clientName: string }

/** What is asked, decided and said about documents, as the server keeps it; the first document has come back with a wish. */
export function reviewRoutes(byId: (id: string | undefined) => Named): FakeRoutes {
  const known = new Map<string, Discussion>();
  const of = (id: string | undefined): Discussion => {
    const key = id ?? '';
    const first = key === fakeId('document', 1);
    const one = known.get(key) ?? { documentId: key, mayComment: true, mayDecide: false, reviews: first ? [review()] : [], threads: first ? [thread(1, 'Which shoes?', { pin: { page: 1, x: 0.4, y: 0.3 } }), thread(2, 'And in the rain?', { isResolved: true, resolvedByName: 'Anna Botha' })] : [] };
    known.set(key, one);
    return one;
  };
  const become = (id: string | undefined, change: Partial<Discussion>): Discussion => {
    const next = { ...of(id), ...change };
    known.set(id ?? '', next);
    return next;
  };
  const listed = (): ListedReview[] => [fakeId('document', 1), ...known.keys()].filter((id, index, all) => all.indexOf(id) === index).flatMap((id) => of(id).reviews.slice(0, 1).map((one) => ({ ...one, documentId: id, documentName: byId(id).name, clientId: byId(id).clientId, clientName: byId(id).clientName })));
  return {
    'GET documents/*/discussion': ({ params: [id] }) => of(id),
    'GET documents/*/pages': (): Preview => ({ version: 1, kind: 'pages', pageCount: 2, pages: [1, 2].map((number) => ({ number, width: 794, height: 1123, text: `Words of page ${number}` })) }),
    'GET document-reviews': ({ query }) => {
      const wanted = query.get('state') ?? 'all';
      const items = listed();
      return {
        items: items.filter(({ state }) => wanted === 'all' || (wanted === 'changes' ? state === 'changes_requested' : state === wanted)), nextCursor: null,
        counts: { waiting: items.filter(({ state }) => state === 'waiting').length, overdue: 0, changes: items.filter(({ state }) => state === 'changes_requested').length },
      };
    },
    'POST documents/*/review': ({ params: [id], body }) => become(id, { reviews: [review({ id: fakeId('review', of(id).reviews.length + 1), state: 'waiting', message: String(body['message']), decidedAt: null, decidedByName: null, reason: null }), ...of(id).reviews.filter(({ state }) => state !== 'waiting')] }),
    'POST documents/*/review/withdraw': ({ params: [id] }) => become(id, { reviews: of(id).reviews.map((one) => (one.state === 'waiting' ? { ...one, state: 'withdrawn' } : one)) }),
    'POST documents/*/comments': ({ params: [id], body }) => {
      const threads = of(id).threads;
      const mine = thread(threads.length + 10, String(body['text']), { pin: (body['pin'] as Thread['pin'] | undefined) ?? null });
      const said = mine.comments.map((comment) => ({ ...comment, by: 'staff' as const, byName: 'Anna Botha', isOwn: true }));
      return become(id, { threads: body['threadId'] ? threads.map((one) => (one.id === body['threadId'] ? { ...one, comments: [...one.comments, ...said] } : one)) : [...threads, { ...mine, comments: said }] });
    },
    'POST documents/*/comments/*/remove': ({ params: [id, commentId] }) => become(id, { threads: of(id).threads.map((one) => ({ ...one, comments: one.comments.map((comment) => (comment.id === commentId ? { ...comment, text: null } : comment)) })) }),
    'POST documents/*/threads/*/resolve': ({ params: [id, threadId] }) => become(id, { threads: of(id).threads.map((one) => (one.id === threadId ? { ...one, isResolved: true, resolvedByName: 'Anna Botha' } : one)) }),
    'POST documents/*/threads/*/reopen': ({ params: [id, threadId] }) => become(id, { threads: of(id).threads.map((one) => (one.id === threadId ? { ...one, isResolved: false } : one)) }),
  };
}
