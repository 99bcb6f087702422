import type { AddCommentInput, Pin } from '@portico/contract/documents/review.ts';
import type { Deps } from '../../deps.ts';
import { conflict, DomainError, invalidField, notFound } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { newTextKey } from '../client-keys.ts';
import { findVersion, type DocumentWithRight } from '../document-store.ts';
import { findOwn } from '../read-document.ts';
import { staffDocument } from './ask-for-review.ts';
import { sealComment } from './comment-cipher.ts';
import { countAllComments, findComment, insertComment, updateComment, type CommentRow } from './comment-store.ts';
import { mayComment, toPlace } from './review-rules.ts';
import { reviewsOf } from './review-store.ts';

/** More than anybody reads; a limit for whoever would fill the disk. */
const most = 1000;

/** The document, for somebody who may speak about it. */
async function speakable(tx: WriteDb, scope: Scope, id: string): Promise<DocumentWithRight> {
  if (scope.role !== 'client') return { ...await staffDocument(tx, scope, id), ownLevel: null, ownDownload: null };
  const { document } = await findOwn(tx, scope, id);
  if (!document || !mayComment(document)) throw new DomainError('forbidden', 'You may look at this document, but not comment on it.');
  return document;
}

export interface Saying {
  readonly version: number;
  readonly text: string;
  readonly threadId?: string | undefined;
  readonly pin?: Pin | undefined;
}

/** Keeps what was said, sealed. Whoever calls it has asked whether they may. */
export async function say(deps: Deps, tx: WriteDb, scope: Scope, { clientId, id: documentId }: Pick<DocumentWithRight, 'clientId' | 'id'>, { version, text, threadId, pin }: Saying): Promise<CommentRow> {
  if (await countAllComments(tx, scope, documentId) >= most) throw conflict(`There are ${most} comments on this document. Upload it anew to go on.`);
  const id = deps.newId();
  const row: CommentRow = {
    businessId: scope.businessId, clientId, documentId, id, threadId: threadId ?? id, version,
    page: pin?.page ?? null, x: pin ? toPlace(pin.x) : null, y: pin ? toPlace(pin.y) : null,
    sealedText: sealComment(await newTextKey(deps, tx, scope, clientId), id, text, deps.randomBytes(12)),
    actor: scope.actor, createdAt: deps.now(), removedAt: null, resolvedAt: null, resolvedBy: null,
  };
  await insertComment(tx, row);
  return row;
}

/** Says something about a document: a new thread, or an answer, which takes a settled thread up again. */
export async function addComment(deps: Deps, tx: WriteDb, scope: Scope, id: string, { version, ...said }: AddCommentInput): Promise<void> {
  const document = await speakable(tx, scope, id);
  const shown = await findVersion(tx, scope, id, version);
  if (!shown || (scope.role === 'client' && shown.state !== 'available')) throw invalidField('version', 'There is no such version. Choose one that opens.');
  if (said.threadId !== undefined) {
    const first = await firstOf(tx, scope, id, said.threadId);
    if (first.resolvedAt !== null) await updateComment(tx, scope, first.id, { resolvedAt: null, resolvedBy: null });
  }
  const row = await say(deps, tx, scope, document, { version, ...said });
  await record(deps, tx, scope, {
    type: 'document.commented', subjectId: id, clientId: document.clientId,
    payload: { ...factsOf(document, row), by: scope.role === 'client' ? 'client' : 'staff' },
  });
}

/** Takes back what one has said oneself. */
export async function removeComment(deps: Deps, tx: WriteDb, scope: Scope, id: string, commentId: string): Promise<void> {
  const document = await speakable(tx, scope, id);
  const row = await findComment(tx, scope, id, commentId);
  if (row?.actor !== scope.actor) throw notFound();
  if (row.removedAt !== null) return;
  if ((await reviewsOf(tx, scope, id)).some((review) => review.commentId === commentId)) throw conflict('It is what was said with a decision, so it stays. Add a comment to correct it.');
  await updateComment(tx, scope, commentId, { removedAt: deps.now(), sealedText: Buffer.alloc(0) });
  await record(deps, tx, scope, { type: 'document.comment_removed', subjectId: id, clientId: document.clientId, payload: factsOf(document, row) });
}

/** Settles a thread, or takes it up again. */
export async function settleThread(deps: Deps, tx: WriteDb, scope: Scope, id: string, threadId: string, isResolved: boolean): Promise<void> {
  const document = await speakable(tx, scope, id);
  const first = await firstOf(tx, scope, id, threadId);
  if ((first.resolvedAt !== null) === isResolved) return;
  await updateComment(tx, scope, first.id, isResolved ? { resolvedAt: deps.now(), resolvedBy: scope.actor } : { resolvedAt: null, resolvedBy: null });
  await record(deps, tx, scope, { type: 'document.thread_settled', subjectId: id, clientId: document.clientId, payload: { ...factsOf(document, first), isResolved } });
}

async function firstOf(tx: WriteDb, scope: Scope, id: string, threadId: string): Promise<CommentRow> {
  const first = await findComment(tx, scope, id, threadId);
  if (first?.threadId !== threadId) throw notFound();
  return first;
}

const factsOf = ({ id, name }: Pick<DocumentWithRight, 'id' | 'name'>, { id: commentId, threadId }: CommentRow): { documentId: string; name: string; commentId: string; threadId: string } =>
  ({ documentId: id, name, commentId, threadId });
