import { findBusiness } from '../../business/public.ts';
import { clientNames, contactsOf } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { MINUTE } from '../../domain/civil-time.ts';
import { languageFor, voiceIn } from '../../domain/letters/voice.ts';
import { systemScope, type Scope } from '../../domain/scope.ts';
import { cursorOf, newestEvents, type EventRow } from '../../events/event-store.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { waitingJobs } from '../../jobs/job-store.ts';
import type { RunJob } from '../../jobs/worker.ts';
import { queueMail } from '../../notifications/public.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { findDocument, findVersion } from '../document-store.ts';
import { mayComment } from '../review/review-rules.ts';
import { latestReviews } from '../review/review-store.ts';
import { atLeast, rightOf } from '../right-rules.ts';
import { readBy } from '../right-store.ts';
import { newDocumentsLetter, sentDocumentsLetter, type DocumentLetter, type ToldDocument } from './document-letters.ts';

type Side = 'client' | 'staff';
const tellJob = 'document.tell';
/** Whoever sends one file mostly sends another: they share a letter. */
const gather = 5 * MINUTE;
const mostEvents = 200;
/** Who is told of what who has brought. */
const told: Readonly<Record<string, Side>> = { staff: 'client', client: 'staff' };

const gatherNews: HandleEvent = async (deps, tx, event) => {
  const { by } = JSON.parse(event.payload) as { by: string };
  const side = told[by];
  if (!side || event.clientId === null) return;
  const about = `documents-for-${side}:${event.clientId}`;
  const [waiting] = await waitingJobs(tx, systemScope(event.businessId), { kinds: [tellJob], until: Number.MAX_SAFE_INTEGER, limit: 1, about });
  if (waiting) return;
  await enqueue(deps, tx, { businessId: event.businessId, kind: tellJob, payload: { side, clientId: event.clientId, since: event.seq }, about, runAt: deps.now() + gather });
};

export const documentNotices: Readonly<Record<string, HandleEvent>> = { 'document.added': gatherNews, 'document.version_added': gatherNews };

/** What has come since, each document once. What the reader of the log has not seen yet gets a letter of its own. */
async function newsSince(db: ReadDb, scope: Scope, side: Side, clientId: string, since: number): Promise<ToldDocument[]> {
  const seen = await cursorOf(db, 'notify');
  const isNews = ({ type, seq, position, payload }: EventRow): boolean => type in documentNotices && seq >= since && position <= seen && told[(JSON.parse(payload) as { by: string }).by] === side;
  const ids = (await newestEvents(db, scope, { clientIds: [clientId], limit: mostEvents })).filter(isNews).map(({ subjectId }) => subjectId ?? '');
  const news: ToldDocument[] = [];
  for (const id of new Set(ids.reverse())) {
    const document = await findDocument(db, scope, id);
    if (!document || document.archived || document.current === null) continue;
    const version = await findVersion(db, scope, id, document.current);
    news.push({ id, name: document.name, note: version?.note ?? '', since: version?.createdAt ?? 0 });
  }
  return news;
}

const tell: RunJob = (deps, { businessId }, payload) => deps.store.write(async (tx) => {
  const { side, clientId, since } = payload as { side: Side; clientId: string; since: number };
  const scope = systemScope(businessId);
  const news = await newsSince(tx, scope, side, clientId, since);
  if (news.length > 0) await (side === 'client' ? tellClient : tellStaff)(deps, tx, scope, clientId, news);
});

/** Those of which the present version was asked about after it came. */
async function askedAbout(db: ReadDb, scope: Scope, news: readonly ToldDocument[]): Promise<ReadonlySet<string>> {
  const reviews = await latestReviews(db, scope, news.map(({ id }) => id));
  return new Set(news.filter(({ id, since }) => (reviews.get(id)?.askedAt ?? 0) >= since).map(({ id }) => id));
}

/** Each person hears of what they may open and have not opened yet. */
async function tellClient(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, news: readonly ToldDocument[]): Promise<void> {
  const business = await findBusiness(tx, scope.businessId);
  if (!business) return;
  const asked = await askedAbout(tx, scope, news);
  for (const contact of await contactsOf(tx, scope, [clientId])) {
    if (!contact.email) continue;
    const read = await readBy(tx, scope, contact.id, news.map(({ id }) => id));
    const theirs: ToldDocument[] = [];
    for (const one of news) {
      const document = await findDocument(tx, scope, one.id, contact.id);
      if (!document || !atLeast(rightOf(document), 'view') || read.has(`${one.id} ${document.current}`)) continue;
      // Asked to approve it, they have that letter.
      if (!asked.has(one.id) || !mayComment(document)) theirs.push(one);
    }
    if (theirs.length === 0) continue;
    const letter = newDocumentsLetter(deps, business, voiceIn(languageFor(contact.lang, business.lang), business), contact.name, theirs);
    await send(deps, tx, scope, letter, { to: { name: contact.name, address: contact.email }, about: `client:${clientId}`, replyTo: business.email });
  }
}

async function tellStaff(deps: Deps, tx: WriteDb, scope: Scope, clientId: string, news: readonly ToldDocument[]): Promise<void> {
  const business = await findBusiness(tx, scope.businessId);
  const name = (await clientNames(tx, scope, [clientId])).get(clientId);
  if (!business || name === undefined) return;
  await send(deps, tx, scope, sentDocumentsLetter(deps, business, voiceIn(business.lang, business), name, news), { to: { name: business.name, address: business.email }, about: `client:${clientId}` });
}

const send = (deps: Deps, tx: WriteDb, { businessId }: Scope, letter: DocumentLetter, to: { readonly to: { readonly name: string; readonly address: string }; readonly about: string; readonly replyTo?: string }): Promise<unknown> =>
  queueMail(deps, tx, { businessId, ...letter, ...to });

export const documentLetterJobs: Readonly<Record<string, RunJob>> = { [tellJob]: tell };
