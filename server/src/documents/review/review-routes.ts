import { AddCommentInput, ApproveInput, AskForReviewInput, Discussion, RequestChangesInput, ReviewPage, ReviewQuery } from '@portico/contract/documents/review.ts';
import { Id, Language, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../../http/route.ts';
import { addComment, removeComment, settleThread } from './add-comment.ts';
import { askForReview, withdrawReview } from './ask-for-review.ts';
import { decideReview } from './decide-review.ts';
import { discussionAfter, listReviews, readDiscussion } from './read-discussion.ts';

const ById = z.strictObject({ id: Id });
const Comment = z.strictObject({ id: Id, commentId: Id });
const InThread = z.strictObject({ id: Id, threadId: Id });
const query = z.strictObject({ lang: Language.optional() });
const output = Discussion;

export function reviewRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [...spokenRoutes(deps, 'client'), ...spokenRoutes(deps, 'member'), ...decisionRoutes(deps), ...askingRoutes(deps)];
}

/** What both sides do alike. */
function spokenRoutes(deps: Deps, access: 'client' | 'member'): readonly DeclaredRoute[] {
  const path = access === 'client' ? '/v1/documents/{id}' as const : '/v1/console/documents/{id}' as const;
  return [
    route({ method: 'get', path: `${path}/discussion`, access, summary: 'What is asked, decided and said about a document', params: ById, query, output }, ({ scope, params, query: { lang } }) => deps.store.read((db) => readDiscussion(deps, db, scope, params.id, lang))),
    writeRoute({ method: 'post', path: `${path}/comments`, access, summary: 'Comment on a document', params: ById, query, body: AddCommentInput, output, status: 201, idempotent: true }, ({ scope, params, query: { lang }, body }, tx) => discussionAfter(deps, tx, scope, params.id, lang, addComment(deps, tx, scope, params.id, body))),
    writeRoute({ method: 'post', path: `${path}/comments/{commentId}/remove`, access, summary: 'Take back a comment', params: Comment, query, body: Nothing, output }, ({ scope, params, query: { lang } }, tx) => discussionAfter(deps, tx, scope, params.id, lang, removeComment(deps, tx, scope, params.id, params.commentId))),
    ...([true, false] as const).map((isResolved) => writeRoute({ method: 'post', path: `${path}/threads/{threadId}/${isResolved ? 'resolve' : 'reopen'}`, access, summary: isResolved ? 'Settle a thread' : 'Take a thread up again', params: InThread, query, body: Nothing, output },
      ({ scope, params, query: { lang } }, tx) => discussionAfter(deps, tx, scope, params.id, lang, settleThread(deps, tx, scope, params.id, params.threadId, isResolved)))),
  ];
}

function decisionRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    writeRoute({ method: 'post', path: '/v1/documents/{id}/approve', access: 'client', summary: 'Approve a document', params: ById, query, body: ApproveInput, output }, ({ scope, params, query: { lang }, body }, tx) => discussionAfter(deps, tx, scope, params.id, lang, decideReview(deps, tx, scope, params.id, { to: 'approved', version: body.version, text: body.note }))),
    writeRoute({ method: 'post', path: '/v1/documents/{id}/request-changes', access: 'client', summary: 'Say what to change in a document', params: ById, query, body: RequestChangesInput, output }, ({ scope, params, query: { lang }, body }, tx) => discussionAfter(deps, tx, scope, params.id, lang, decideReview(deps, tx, scope, params.id, { to: 'changes_requested', version: body.version, text: body.reason }))),
  ];
}

function askingRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/document-reviews', access: 'member', summary: 'What clients are asked to approve, newest first', query: ReviewQuery, output: ReviewPage }, ({ scope, query: asked }) => listReviews(deps, scope, asked)),
    writeRoute({ method: 'post', path: '/v1/console/documents/{id}/review', access: 'member', summary: 'Ask the client to approve a document', params: ById, body: AskForReviewInput, output }, ({ scope, params, body }, tx) => discussionAfter(deps, tx, scope, params.id, undefined, askForReview(deps, tx, scope, params.id, body))),
    writeRoute({ method: 'post', path: '/v1/console/documents/{id}/review/withdraw', access: 'member', summary: 'Ask for an approval no more', params: ById, body: Nothing, output }, ({ scope, params }, tx) => discussionAfter(deps, tx, scope, params.id, undefined, withdrawReview(deps, tx, scope, params.id))),
  ];
}
