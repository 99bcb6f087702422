import { findBusiness, portalLink, letterhead, type BusinessRow } from '../../business/public.ts';
import { findContact, mainContact } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { dateLabel } from '../../domain/civil-dates.ts';
import { languageFor, voiceIn } from '../../domain/letters/voice.ts';
import { morningAfter } from '../../domain/mornings.ts';
import { systemScope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { cancelJobsAbout } from '../../jobs/job-store.ts';
import type { RunJob } from '../../jobs/worker.ts';
import { queueMail } from '../../notifications/public.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findRequest, type RequestRow } from './request-store.ts';

const remindJob = 'document.remind';
/** Before the day, on it, and once more after. */
export const reminderDays = [-3, 0, 3] as const;
const aboutRequest = (id: string): string => `document-request:${id}`;

type Occasion = 'wanted' | 'returned' | 'askReminder';

const planned: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const [row, business] = [await findRequest(tx, scope, event.subjectId ?? ''), await findBusiness(tx, event.businessId)];
  if (!row || !business || row.dueOn === null) return;
  for (const daysAfterDue of reminderDays) {
    const runAt = morningAfter(row.dueOn, daysAfterDue, business.timeZone);
    if (runAt > deps.now()) await enqueue(deps, tx, { businessId: event.businessId, kind: remindJob, payload: { requestId: row.id, daysAfterDue }, runAt, about: aboutRequest(row.id), dedupeKey: `${remindJob}:${row.id}:${daysAfterDue}:${event.id}` });
  }
};

const tell = (occasion: Occasion): HandleEvent => async (deps, tx, event) => {
  const row = await findRequest(tx, systemScope(event.businessId), event.subjectId ?? '');
  if (row && (row.state === 'open' || row.state === 'returned')) await write(deps, tx, row, occasion);
};

const both = (...handlers: readonly HandleEvent[]): HandleEvent => async (deps, tx, event) => { for (const handle of handlers) await handle(deps, tx, event); };
const stop: HandleEvent = async (_, tx, event) => cancelJobsAbout(tx, event.businessId, aboutRequest(event.subjectId ?? ''), [remindJob]);

export const requestNotices: Readonly<Record<string, HandleEvent>> = {
  'document.asked_for': both(tell('wanted'), planned), 'document.returned': both(tell('returned'), planned),
  'document.submitted': stop, 'document.accepted': stop, 'document.request_cancelled': stop,
};

const remind: RunJob = (deps, { businessId }, payload) => deps.store.write(async (tx) => {
  const { requestId, daysAfterDue } = payload as { requestId: string; daysAfterDue: number };
  const scope = systemScope(businessId);
  const [row, business] = [await findRequest(tx, scope, requestId), await findBusiness(tx, businessId)];
  if (!row || !business || row.dueOn === null || (row.state !== 'open' && row.state !== 'returned')) return;
  // After an outage several come due together: only the latest speaks.
  const { dueOn } = row;
  if (reminderDays.some((days) => days > daysAfterDue && morningAfter(dueOn, days, business.timeZone) <= deps.now())) return;
  await write(deps, tx, row, 'askReminder');
  await record(deps, tx, scope, { type: 'document.reminded', subjectId: row.id, clientId: row.clientId, payload: { requestId: row.id, title: row.title, daysAfterDue } });
});

export const requestJobs: Readonly<Record<string, RunJob>> = { [remindJob]: remind };

async function write(deps: Deps, tx: WriteDb, row: RequestRow, occasion: Occasion): Promise<void> {
  const scope = systemScope(row.businessId);
  const [business, person] = [await findBusiness(tx, row.businessId), await mainContact(tx, scope, row.clientId)];
  const contact = person && await findContact(tx, scope, person.contactId);
  if (!business || !contact?.email) return;
  await queueMail(deps, tx, { businessId: business.id, to: { name: contact.name, address: contact.email }, ...letterOf(deps, business, contact, row, occasion), about: aboutRequest(row.id), replyTo: business.email });
}

function letterOf(deps: Pick<Deps, 'config'>, business: BusinessRow, contact: { readonly name: string; readonly lang: string | null }, row: RequestRow, occasion: Occasion) {
  const { say, lang } = voiceIn(languageFor(contact.lang, business.lang), business);
  const title = say(`${occasion}Title`, { title: row.title });
  const quoted = occasion === 'returned' ? row.reason : row.why;
  return {
    subject: title,
    content: {
      business: letterhead(deps, business), lang, title, preheader: row.dueOn === null ? row.title : dateLabel(row.dueOn, lang), why: say('whyDocuments', { business: business.name }),
      blocks: [
        { kind: 'paragraph' as const, text: say('hello', { name: contact.name, sentence: say(`${occasion}Text`) }) },
        { kind: 'facts' as const, facts: [{ label: say('wantedFact'), value: row.title }, ...(row.dueOn === null ? [] : [{ label: say('dueFact'), value: dateLabel(row.dueOn, lang) }])] },
        ...(quoted ? [{ kind: 'quote' as const, text: quoted }] : []),
        { kind: 'button' as const, label: say('sendDocument'), url: portalLink(deps, business, `#portal/documents/requests/${row.id}`) },
      ],
    },
  };
}
