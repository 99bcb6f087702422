import type { EventPayload } from '@portico/contract/events.ts';
import { staffNames } from '../../auth/public.ts';
import { findBusiness, type BusinessRow } from '../../business/public.ts';
import { contactsOf } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { MINUTE } from '../../domain/civil-time.ts';
import { languageFor, voiceIn } from '../../domain/letters/voice.ts';
import { systemScope } from '../../domain/scope.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { waitingJobs } from '../../jobs/job-store.ts';
import type { RunJob } from '../../jobs/worker.ts';
import { queueMail } from '../../notifications/public.ts';
import type { WriteDb } from '../../storage/store.ts';
import { bringerOf } from '../bringer.ts';
import { findDocument, type DocumentWithRight } from '../document-store.ts';
import { atLeast, rightOf } from '../right-rules.ts';
import { commentsOf } from './comment-store.ts';
import { openAll } from './read-discussion.ts';
import { commentsLetter, type Quoted } from './review-letters.ts';
import { reviewsOf } from './review-store.ts';

const tellJob = 'document.tell_comments';
/** Whoever writes once mostly writes again: it shares a letter. */
const gather = 5 * MINUTE;

const gatherComments: HandleEvent = async (deps, tx, event) => {
  const { by, commentId } = JSON.parse(event.payload) as EventPayload<'document.commented'>;
  const about = `document-comments-by-${by}:${event.subjectId ?? ''}`;
  const [waiting] = await waitingJobs(tx, systemScope(event.businessId), { kinds: [tellJob], until: Number.MAX_SAFE_INTEGER, limit: 1, about });
  if (!waiting) await enqueue(deps, tx, { businessId: event.businessId, kind: tellJob, payload: { documentId: event.subjectId, by, since: commentId }, about, runAt: deps.now() + gather });
};

const tell: RunJob = (deps, { businessId }, payload) => deps.store.write(async (tx) => {
  const { documentId, by, since } = payload as { documentId: string; by: 'staff' | 'client'; since: string };
  const scope = systemScope(businessId);
  const [business, document] = [await findBusiness(tx, businessId), await findDocument(tx, scope, documentId)];
  if (!business || !document || document.archived) return;
  const told = new Set((await reviewsOf(tx, scope, documentId)).map(({ commentId }) => commentId));
  const all = await commentsOf(tx, scope, documentId);
  const from = all.find(({ id }) => id === since)?.createdAt ?? 0;
  // What came with a decision was told with it.
  const news = all.filter((row) => row.createdAt >= from && bringerOf(row.actor) === by && !told.has(row.id));
  const names = new Map([...await staffNames(tx, scope), ...(await contactsOf(tx, scope, [document.clientId])).map(({ id, name }) => [id, name] as const)]);
  const said = (await openAll(deps, tx, scope, document.clientId, news)).flatMap(({ row, text }) => text === null ? [] : [{ byName: names.get(row.actor.split(':')[1] ?? '') ?? '', text }]);
  if (said.length > 0) await (by === 'client' ? tellStaff : tellClient)(deps, tx, business, document, said);
});

async function tellStaff(deps: Deps, tx: WriteDb, business: BusinessRow, document: DocumentWithRight, said: readonly Quoted[]): Promise<void> {
  const letter = commentsLetter(deps, business, voiceIn(business.lang, business), document, said, 'staff');
  await queueMail(deps, tx, { businessId: business.id, to: { name: business.name, address: business.email }, ...letter, about: `document:${document.id}` });
}

async function tellClient(deps: Deps, tx: WriteDb, business: BusinessRow, document: DocumentWithRight, said: readonly Quoted[]): Promise<void> {
  const scope = systemScope(business.id);
  for (const contact of await contactsOf(tx, scope, [document.clientId])) {
    const theirs = contact.email ? await findDocument(tx, scope, document.id, contact.id) : undefined;
    if (!contact.email || !theirs || !atLeast(rightOf(theirs), 'view')) continue;
    const letter = commentsLetter(deps, business, voiceIn(languageFor(contact.lang, business.lang), business), document, said, { client: contact.name });
    await queueMail(deps, tx, { businessId: business.id, to: { name: contact.name, address: contact.email }, ...letter, about: `document:${document.id}`, replyTo: business.email });
  }
}

export const commentNotices: Readonly<Record<string, HandleEvent>> = { 'document.commented': gatherComments };
export const commentJobs: Readonly<Record<string, RunJob>> = { [tellJob]: tell };
