import type { Timeline } from '@portico/contract/clients.ts';
import { staffNames } from '../auth/public.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { momentIn } from '../domain/moments.ts';
import { pageBy } from '../domain/page.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { newestEvents, type EventRow } from '../events/event-store.ts';
import { eventInWords } from '../events/event-words.ts';
import { clientNames, findClient, namesOf } from './client-store.ts';
import { erasedAmong } from './erase-store.ts';
import { withAbsorbed } from './merge-store.ts';
import { noteLook } from './note-look.ts';

interface Query {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The event log in words: of one client, or of the whole business (the audit trail). */
export async function readTimeline(deps: Deps, scope: Scope, query: Query, clientId?: string): Promise<Timeline & { rows: EventRow[] }> {
  requireStaff(scope, clientId === undefined ? 'admin' : 'member');
  const before = readSeq(query.cursor);
  const timeline = await deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business || (clientId !== undefined && !(await findClient(db, scope, clientId)))) throw notFound();
    const rows = await newestEvents(db, scope, { ...(clientId !== undefined && { clientIds: await withAbsorbed(db, scope, clientId) }), ...(before !== undefined && { before }), limit: query.limit + 1 });
    const people = await namesOf(db, scope, rows.flatMap((row) => row.actor.startsWith('contact:') ? [row.actor.slice(8)] : []));
    const team = await staffNames(db, scope);
    const looked = await clientNames(db, scope, rows.flatMap((row) => row.type === 'client.read' && row.subjectId !== null ? [row.subjectId] : []));
    const erased = await erasedAmong(db, scope, rows.flatMap((row) => (row.clientId === null ? [] : [row.clientId])));
    const when = (iso: string): string => {
      const moment = momentIn({ instant: Date.parse(iso), timeZone: business.timeZone, locale: business.lang });
      return `${moment.date}, ${moment.time}`;
    };
    const actorName = (actor: string): string => actor.startsWith('contact:') ? people.get(actor.slice(8))?.contact ?? 'A client'
      : actor.startsWith('staff:') ? team.get(actor.slice(6)) ?? 'Staff' : actor === 'guest' ? 'A guest' : 'Portico';
    return {
      ...pageBy(rows, query.limit, (row) => String(row.seq), (row) => ({
        id: row.id, type: row.type, at: new Date(row.at).toISOString(), actor: actorName(row.actor), text: eventInWords(row.clientId !== null && erased.has(row.clientId) ? withoutNames(row) : row, { when, client: (id) => looked.get(id) ?? 'a client' }), subjectType: row.subjectType, subjectId: row.subjectId,
      })),
      rows,
    };
  });
  if (clientId !== undefined) await noteLook(deps, scope, clientId);
  return timeline;
}

function readSeq(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,12}$/.test(cursor)) throw new DomainError('malformed_request', 'Use the cursor as the last page gave it.');
  return Number(cursor);
}

/** The log never changes, so it still says what erased people were called: that is not shown. */
function withoutNames(row: EventRow): EventRow {
  const payload = JSON.parse(row.payload) as Record<string, unknown>;
  const hidden = ['name', 'reason', 'note', 'text', 'method'].filter((key) => typeof payload[key] === 'string' && payload[key] !== '');
  return { ...row, payload: JSON.stringify({ ...payload, ...Object.fromEntries(hidden.map((key) => [key, '(erased)'])) }) };
}
