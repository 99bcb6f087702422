import type { AskForDocumentInput, DocumentRequest } from '@portico/contract/documents/request.ts';
import { findBusiness } from '../../business/public.ts';
import { findClient } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { conflict, invalidField, notFound } from '../../domain/errors.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { WriteDb } from '../../storage/store.ts';
import { findRequest, insertRequest, updateRequest, type RequestRow } from './request-store.ts';
import { toRequests } from './request-view.ts';

/** Asks each of these clients for the same: a request of their own, all or none. */
export async function askForDocument(deps: Deps, tx: WriteDb, scope: Scope, { clientIds, ...what }: AskForDocumentInput): Promise<{ items: DocumentRequest[] }> {
  requireStaff(scope);
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  if (what.dueOn !== null && what.dueOn < todayIn(business.timeZone, deps.now())) throw invalidField('dueOn', 'This day has passed: choose today or later.');
  const rows: RequestRow[] = [];
  for (const clientId of new Set(clientIds)) {
    if (!(await findClient(tx, scope, clientId))) throw notFound();
    const row: RequestRow = { businessId: scope.businessId, clientId, id: deps.newId(), ...what, state: 'open', reason: null, askedAt: deps.now(), submittedAt: null };
    await insertRequest(tx, row);
    await record(deps, tx, scope, { type: 'document.asked_for', subjectId: row.id, clientId, payload: { requestId: row.id, title: row.title, dueOn: row.dueOn } });
    rows.push(row);
  }
  return { items: await toRequests(tx, scope, rows, { now: deps.now() }) };
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
  const [seen] = await toRequests(tx, scope, [(await findRequest(tx, scope, id)) ?? row], { now: deps.now() });
  if (!seen) throw notFound();
  return seen;
}
