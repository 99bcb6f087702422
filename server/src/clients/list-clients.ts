import type { ClientPage, ClientQuery } from '@portico/contract/clients.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { searchForm } from '../domain/text.ts';
import { clientsPage, findClient } from './client-store.ts';
import { toClients } from './client-view.ts';

export async function listClients(deps: Deps, scope: Scope, query: ClientQuery): Promise<ClientPage> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const last = query.cursor === undefined ? undefined : await findClient(db, scope, query.cursor);
    if (query.cursor !== undefined && !last) throw new DomainError('malformed_request', 'Use the cursor as the last page gave it.');
    const rows = await clientsPage(db, scope, { search: searchForm(query.search ?? ''), archived: query.archived === 'true', after: last, limit: query.limit + 1 });
    const shown = rows.slice(0, query.limit);
    return { items: await toClients(db, scope, shown, deps.now()), nextCursor: rows.length > query.limit ? shown.at(-1)?.id ?? null : null };
  });
}
