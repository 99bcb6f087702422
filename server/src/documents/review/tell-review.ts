import type { EventPayload } from '@portico/contract/events.ts';
import { findBusiness, type BusinessRow } from '../../business/public.ts';
import { clientNames, contactsOf } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { languageFor, voiceIn } from '../../domain/letters/voice.ts';
import { systemScope, type Scope } from '../../domain/scope.ts';
import type { EventRow } from '../../events/event-store.ts';
import { record } from '../../events/event-log.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { cancelJobsAbout } from '../../jobs/job-store.ts';
import type { RunJob } from '../../jobs/worker.ts';
import { queueMail } from '../../notifications/public.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findDocument, type DocumentWithRight } from '../document-store.ts';
import { reminderMornings } from '../reminder-mornings.ts';
import { factsOf } from './ask-for-review.ts';
import { findComment } from './comment-store.ts';
import { openAll } from './read-discussion.ts';
import { approvalLetter, decisionLetter } from './review-letters.ts';
import { mayComment } from './review-rules.ts';
import { findReview, type ReviewRow } from './review-store.ts';

const remindJob = 'document.remind_review';
const aboutReview = (documentId: string): string => `document-review:${documentId}`;

async function known(tx: WriteDb, event: EventRow): Promise<{ business: BusinessRow; document: DocumentWithRight; review: ReviewRow } | undefined> {
  const scope = systemScope(event.businessId);
  const { reviewId } = JSON.parse(event.payload) as EventPayload<'document.review_asked'>;
  const [business, document, review] = [await findBusiness(tx, event.businessId), await findDocument(tx, scope, event.subjectId ?? ''), await findReview(tx, scope, reviewId)];
  return business && document && review && { business, document, review };
}

const stop: HandleEvent = async (_, tx, event) => cancelJobsAbout(tx, event.businessId, aboutReview(event.subjectId ?? ''), [remindJob]);

/** Asked, or asked with other words or another day: what was planned before is planned anew. */
const asked: HandleEvent = async (deps, tx, event) => {
  const found = await known(tx, event);
  await stop(deps, tx, event);
  if (found?.review.state !== 'waiting') return;
  const { business, document, review } = found;
  await tellDeciders(deps, tx, business, document, review, false);
  for (const runAt of reminderMornings(review, business.timeZone)) {
    if (runAt > deps.now()) await enqueue(deps, tx, { businessId: business.id, kind: remindJob, payload: { reviewId: review.id, runAt }, runAt, about: aboutReview(document.id), dedupeKey: `${remindJob}:${review.id}:${runAt}:${event.id}` });
  }
};

const decided: HandleEvent = async (deps, tx, event) => {
  await stop(deps, tx, event);
  const found = await known(tx, event);
  if (!found) return;
  const { business, document, review } = found;
  const scope = systemScope(business.id);
  const comment = review.commentId === null ? undefined : await findComment(tx, scope, document.id, review.commentId);
  const [said] = comment ? await openAll(deps, tx, scope, document.clientId, [comment]) : [];
  const client = (await clientNames(tx, scope, [document.clientId])).get(document.clientId) ?? '';
  const letter = decisionLetter(deps, business, voiceIn(business.lang, business), client, { id: document.id, name: document.name, version: review.version }, { isApproved: review.state === 'approved', reason: said?.text ?? null });
  await queueMail(deps, tx, { businessId: business.id, to: { name: business.name, address: business.email }, ...letter, about: aboutReview(document.id) });
};

/** Each person who may decide, in their language. */
async function tellDeciders(deps: Deps, tx: WriteDb, business: BusinessRow, document: DocumentWithRight, { message, dueOn }: ReviewRow, isReminder: boolean): Promise<void> {
  if (document.current === null || document.archived) return;
  const scope: Scope = systemScope(business.id);
  for (const contact of await contactsOf(tx, scope, [document.clientId])) {
    const theirs = contact.email ? await findDocument(tx, scope, document.id, contact.id) : undefined;
    if (!contact.email || !theirs || !mayComment(theirs)) continue;
    const letter = approvalLetter(deps, business, voiceIn(languageFor(contact.lang, business.lang), business), contact.name, document, { message, dueOn, isReminder });
    await queueMail(deps, tx, { businessId: business.id, to: { name: contact.name, address: contact.email }, ...letter, about: aboutReview(document.id), replyTo: business.email });
  }
}

const remind: RunJob = (deps, { businessId }, payload) => deps.store.write(async (tx) => {
  const { reviewId, runAt } = payload as { reviewId: string; runAt: number };
  const scope = systemScope(businessId);
  const review = await findReview(tx, scope, reviewId);
  const [business, document] = [await findBusiness(tx, businessId), await findDocument(tx, scope, review?.documentId ?? '')];
  if (!business || !document || review?.state !== 'waiting') return;
  // After an outage several come due together: only the latest speaks.
  if (reminderMornings(review, business.timeZone).some((at) => at > runAt && at <= deps.now())) return;
  await tellDeciders(deps, tx, business, document, review, true);
  await record(deps, tx, scope, { type: 'document.review_reminded', subjectId: document.id, clientId: document.clientId, payload: factsOf(document, review) });
});

export const reviewNotices: Readonly<Record<string, HandleEvent>> = {
  'document.review_asked': asked, 'document.approved': decided, 'document.changes_requested': decided, 'document.review_withdrawn': stop, 'document.deleted': stop,
};
export const reviewJobs: Readonly<Record<string, RunJob>> = { [remindJob]: remind };
