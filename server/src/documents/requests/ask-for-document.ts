import type { AskByChecklistInput, AskForDocumentInput, ChangeRequestInput, DocumentRequest } from '@portico/contract/documents/request.ts';
import { findBusiness } from '../../business/public.ts';
import { findClient } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { dateAfter, todayIn } from '../../domain/civil-dates.ts';
import { conflict, invalidField, notFound } from '../../domain/errors.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findChecklist } from './checklist-store.ts';
import { findRequest, insertRequest, updateRequest, type RequestRow } from './request-store.ts';
import { toRequests } from './request-view.ts';

type Thing = Pick<RequestRow, 'title' | 'why' | 'dueOn' | 'category'>;

/** Asks each of these clients for the same: a request of their own, all or none. */
export async function askForDocument(deps: Deps, tx: WriteDb, scope: Scope, { clientIds, ...what }: AskForDocumentInput): Promise<{ items: DocumentRequest[] }> {
  requireStaff(scope);
  await checkDay(deps, tx, scope, what.dueOn);
  return askAll(deps, tx, scope, clientIds, [what]);
}

/** Asks each of these clients for everything on a checklist, with days counted from today. */
export async function askByChecklist(deps: Deps, tx: WriteDb, scope: Scope, id: string, { clientIds }: AskByChecklistInput): Promise<{ items: DocumentRequest[] }> {
  requireStaff(scope);
  const [list, business] = [await findChecklist(tx, scope, id), await findBusiness(tx, scope.businessId)];
  if (!list || !business) throw notFound();
  if (list.archived) throw conflict('This checklist is in the archive. Bring it back first.');
  const today = todayIn(business.timeZone, deps.now());
  return askAll(deps, tx, scope, clientIds, list.items.map(({ dueInDays, ...item }) => ({ ...item, dueOn: dueInDays === null ? null : dateAfter(today, dueInDays) })));
}

async function askAll(deps: Deps, tx: WriteDb, scope: Scope, clientIds: readonly string[], things: readonly Thing[]): Promise<{ items: DocumentRequest[] }> {
  const whom = [...new Set(clientIds)];
  const batchId = whom.length * things.length > 1 ? deps.newId() : null;
  const rows: RequestRow[] = [];
  for (const clientId of whom) {
    if (!(await findClient(tx, scope, clientId))) throw notFound();
    // What is made in one millisecond has no order but this: that of the list.
    const ids = things.map(() => deps.newId()).sort();
    for (const [index, thing] of things.entries()) {
      const row: RequestRow = { businessId: scope.businessId, clientId, id: ids[index] ?? deps.newId(), ...thing, state: 'open', reason: null, askedAt: deps.now(), submittedAt: null, remindedAt: null, batchId };
      await insertRequest(tx, row);
      await record(deps, tx, scope, { type: 'document.asked_for', subjectId: row.id, clientId, payload: { requestId: row.id, title: row.title, dueOn: row.dueOn } });
      rows.push(row);
    }
  }
  return { items: await toRequests(tx, scope, rows, { now: deps.now() }) };
}

async function checkDay(deps: Deps, tx: WriteDb, scope: Scope, dueOn: string | null | undefined): Promise<void> {
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  if (dueOn && dueOn < todayIn(business.timeZone, deps.now())) throw invalidField('dueOn', 'This day has passed: choose today or later.');
}

/** Other words, another day, another place: as long as nothing has come. */
export async function changeRequest(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: ChangeRequestInput): Promise<DocumentRequest> {
  requireStaff(scope);
  const row = await findRequest(tx, scope, id);
  if (!row) throw notFound();
  if (row.state !== 'open' && row.state !== 'returned') throw conflict('Something has come for it, or it is settled. Ask anew if you need something else.');
  const fields = (Object.keys(input) as (keyof ChangeRequestInput)[]).filter((field) => input[field] !== undefined && input[field] !== row[field]);
  if (fields.includes('dueOn')) await checkDay(deps, tx, scope, input.dueOn);
  if (fields.length > 0) {
    await updateRequest(tx, scope, id, Object.fromEntries(fields.map((field) => [field, input[field]])));
    await record(deps, tx, scope, { type: 'document.request_changed', subjectId: id, clientId: row.clientId, payload: { requestId: id, title: input.title ?? row.title, fields } });
  }
  return seenBy(deps, tx, scope, id);
}

export async function seenBy(deps: Pick<Deps, 'now'>, tx: WriteDb, scope: Scope, id: string): Promise<DocumentRequest> {
  const row = await findRequest(tx, scope, id);
  const [seen] = row ? await toRequests(tx, scope, [row], { now: deps.now() }) : [];
  if (!seen) throw notFound();
  return seen;
}

/** What staff decide about a request. Deciding the same twice changes nothing. */
export async function decide(deps: Deps, tx: WriteDb, scope: Scope, id: string, to: 'accepted' | 'cancelled' | { readonly reason: string }): Promise<DocumentRequest> {
  requireStaff(scope);
  const row = await findRequest(tx, scope, id);
  if (!row) throw notFound();
  const state = typeof to === 'string' ? to : 'returned';
  if (row.state !== state) {
    if (row.state === 'cancelled' || row.state === 'accepted') throw conflict('This is settled already. Ask anew if you need it again.');
    if (state !== 'cancelled' && row.state !== 'submitted') throw conflict('Nothing has come for it yet.');
    const about = { subjectId: id, clientId: row.clientId };
    const facts = { requestId: id, title: row.title };
    await updateRequest(tx, scope, id, { state, reason: typeof to === 'string' ? row.reason : to.reason });
    if (to === 'accepted') await record(deps, tx, scope, { type: 'document.accepted', ...about, payload: facts });
    else if (to === 'cancelled') await record(deps, tx, scope, { type: 'document.request_cancelled', ...about, payload: facts });
    else await record(deps, tx, scope, { type: 'document.returned', ...about, payload: { ...facts, reason: to.reason } });
  }
  return seenBy(deps, tx, scope, id);
}
