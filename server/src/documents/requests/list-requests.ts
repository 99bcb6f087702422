import type { DocumentRequest, DocumentRequestPage, DocumentRequestQuery } from '@portico/contract/documents/request.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../../domain/civil-dates.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import { countRequests, requestsOfClient, requestsPage } from './request-store.ts';
import { toRequests } from './request-view.ts';

export function listRequests(deps: Deps, scope: Scope, { state, client, cursor, limit }: DocumentRequestQuery): Promise<DocumentRequestPage> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const now = deps.now();
    const rows = await requestsPage(db, scope, { state, clientId: client, after: cursor, limit: limit + 1 });
    const business = await findBusiness(db, scope.businessId);
    return {
      items: await toRequests(db, scope, rows.slice(0, limit), { now }), nextCursor: rows.length > limit ? rows[limit - 1]?.id ?? null : null,
      counts: await countRequests(db, scope, todayIn(business?.timeZone ?? 'UTC', now)),
    };
  });
}

/** What a client is asked for. */
export async function ownRequests(db: ReadDb, scope: Scope, now: number, lang?: string): Promise<DocumentRequest[]> {
  return toRequests(db, scope, await requestsOfClient(db, scope, requireClient(scope).clientId), { now, lang });
}
