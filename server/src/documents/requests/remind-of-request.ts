import { findBusiness, portalLink, letterhead, type BusinessRow } from '../../business/public.ts';
import { findContact, mainContact } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import type { DocumentRequest } from '@portico/contract/documents/request.ts';
import { dateLabel } from '../../domain/civil-dates.ts';
import { languageFor, voiceIn } from '../../domain/letters/voice.ts';
import { MINUTE } from '../../domain/civil-time.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { requireStaff, systemScope, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { cancelJobsAbout } from '../../jobs/job-store.ts';
import type { RunJob } from '../../jobs/worker.ts';
import { queueMail } from '../../notifications/public.ts';
import type { WriteDb } from '../../storage/store.ts';
import { reminderMornings } from '../reminder-mornings.ts';
import { seenBy } from './ask-for-document.ts';
import { batchOfClient, findRequest, updateRequest, type RequestRow } from './request-store.ts';

const remindJob = 'document.remind';
const aboutRequest = (id: string): string => `document-request:${id}`;
const isWaiting = ({ state }: RequestRow): boolean => state === 'open' || state === 'returned';

type Occasion = 'wanted' | 'returned' | 'askReminder';

/** `from`: when it was asked, or asked again: without a date, the days are counted from there. */
interface Planned { readonly requestId: string; readonly runAt: number; readonly from: number }

/** What was planned before is planned anew: the day may be another. */
const planned: HandleEvent = async (deps, tx, event) => {
  await stop(deps, tx, event);
  const scope = systemScope(event.businessId);
  const [row, business] = [await findRequest(tx, scope, event.subjectId ?? ''), await findBusiness(tx, event.businessId)];
  if (!row || !business || !isWaiting(row)) return;
  for (const runAt of reminderMornings({ dueOn: row.dueOn, askedAt: event.at }, business.timeZone)) {
    if (runAt > deps.now()) await enqueue(deps, tx, { businessId: event.businessId, kind: remindJob, payload: { requestId: row.id, runAt, from: event.at } satisfies Planned, runAt, about: aboutRequest(row.id), dedupeKey: `${remindJob}:${row.id}:${runAt}:${event.id}` });
  }
};

/** What was asked of a client in one go comes in one letter: with the first of it. */
const tell = (occasion: Occasion): HandleEvent => async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const row = await findRequest(tx, scope, event.subjectId ?? '');
  if (!row || !isWaiting(row)) return;
  const together = occasion === 'wanted' && row.batchId !== null ? await batchOfClient(tx, scope, row.clientId, row.batchId) : [row];
  if (together[0]?.id === row.id) await write(deps, tx, row, occasion, together.slice(1));
};

const both = (...handlers: readonly HandleEvent[]): HandleEvent => async (deps, tx, event) => { for (const handle of handlers) await handle(deps, tx, event); };
const stop: HandleEvent = async (_, tx, event) => cancelJobsAbout(tx, event.businessId, aboutRequest(event.subjectId ?? ''), [remindJob]);

export const requestNotices: Readonly<Record<string, HandleEvent>> = {
  'document.asked_for': both(tell('wanted'), planned), 'document.returned': both(tell('returned'), planned), 'document.request_changed': planned,
  'document.submitted': stop, 'document.accepted': stop, 'document.request_cancelled': stop,
};

const remind: RunJob = (deps, { businessId }, payload) => deps.store.write(async (tx) => {
  const { requestId, runAt, from } = payload as unknown as Planned;
  const scope = systemScope(businessId);
  const [row, business] = [await findRequest(tx, scope, requestId), await findBusiness(tx, businessId)];
  if (!row || !business || !isWaiting(row)) return;
  // After an outage several come due together: only the latest speaks.
  if (reminderMornings({ dueOn: row.dueOn, askedAt: from }, business.timeZone).some((at) => at > runAt && at <= deps.now())) return;
  await remindOf(deps, tx, scope, row, false);
});

/** Between two reminders by hand. */
const pause = 12 * 60 * MINUTE;

/** One more word, now. */
export async function remindNow(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<DocumentRequest> {
  requireStaff(scope);
  const row = await findRequest(tx, scope, id);
  if (!row) throw notFound();
  if (!isWaiting(row)) throw conflict('Something has come for it, or it is settled: there is nothing to remind of.');
  if (deps.now() - Math.max(row.remindedAt ?? 0, row.askedAt) < pause) throw conflict('They heard of it less than twelve hours ago. Give them a little time.');
  await remindOf(deps, tx, scope, row, true);
  return seenBy(deps, tx, scope, id);
}

async function remindOf(deps: Deps, tx: WriteDb, scope: Scope, row: RequestRow, byHand: boolean): Promise<void> {
  await write(deps, tx, row, 'askReminder');
  await updateRequest(tx, scope, row.id, { remindedAt: deps.now() });
  await record(deps, tx, scope, { type: 'document.reminded', subjectId: row.id, clientId: row.clientId, payload: { requestId: row.id, title: row.title, byHand } });
}

export const requestJobs: Readonly<Record<string, RunJob>> = { [remindJob]: remind };

async function write(deps: Deps, tx: WriteDb, row: RequestRow, occasion: Occasion, more: readonly RequestRow[] = []): Promise<void> {
  const scope = systemScope(row.businessId);
  const [business, person] = [await findBusiness(tx, row.businessId), await mainContact(tx, scope, row.clientId)];
  const contact = person && await findContact(tx, scope, person.contactId);
  if (!business || !contact?.email) return;
  await queueMail(deps, tx, { businessId: business.id, to: { name: contact.name, address: contact.email }, ...letterOf(deps, business, contact, row, occasion, more), about: aboutRequest(row.id), replyTo: business.email });
}

function letterOf(deps: Pick<Deps, 'config'>, business: BusinessRow, contact: { readonly name: string; readonly lang: string | null }, row: RequestRow, occasion: Occasion, more: readonly RequestRow[]) {
  const { say, count, lang } = voiceIn(languageFor(contact.lang, business.lang), business);
  const title = more.length > 0 ? count('wantedMany', more.length + 1) : say(`${occasion}Title`, { title: row.title });
  const quoted = occasion === 'returned' ? row.reason : row.why;
  return {
    subject: title,
    content: {
      business: letterhead(deps, business), lang, title, preheader: row.dueOn === null ? row.title : dateLabel(row.dueOn, lang), why: say('whyDocuments', { business: business.name }),
      blocks: [
        { kind: 'paragraph' as const, text: say('hello', { name: contact.name, sentence: say(`${occasion}Text`) }) },
        { kind: 'facts' as const, facts: [{ label: say('wantedFact'), value: row.title }, ...(row.dueOn === null ? [] : [{ label: say('dueFact'), value: dateLabel(row.dueOn, lang) }])] },
        ...(quoted ? [{ kind: 'quote' as const, text: quoted }] : []),
        ...more.map((one) => ({ kind: 'facts' as const, facts: [{ label: say('wantedFact'), value: one.title }, ...(one.dueOn === null ? [] : [{ label: say('dueFact'), value: dateLabel(one.dueOn, lang) }])] })),
        { kind: 'button' as const, label: say('sendDocument'), url: portalLink(deps, business, `#portal/documents/requests/${row.id}`) },
      ],
    },
  };
}
