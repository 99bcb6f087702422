import { AddClientInput, AddContactInput, ChangeClientInput, ChangeContactInput, Client, ClientPage, ClientQuery, EraseInput, ErasePreview, ImportInput, ImportPreview, ImportResult, MergeInput, MergePreview, Timeline } from '@portico/contract/clients.ts';
import { AuditEntry } from '@portico/contract/events.ts';
import { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import { Id, pageOf, PageQuery } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { addClient, addContactTo, changeClient, changeContact, inviteContact } from './change-client.ts';
import { eraseClient, previewErase } from './erase-client.ts';
import { importClients, previewImport } from './import-clients.ts';
import { listBookingsOfClient } from './list-bookings-of-client.ts';
import { listClients } from './list-clients.ts';
import { mergeClients, previewMerge, undoMerge } from './merge-clients.ts';
import { openClient } from './open-client.ts';
import { readTimeline } from './read-timeline.ts';

const ById = z.strictObject({ id: Id });
const OfContact = z.strictObject({ id: Id, contactId: Id });
const csvLimit = 1_200_000;

export function clientRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/clients', access: 'member', summary: 'Clients by name, with search', query: ClientQuery, output: ClientPage }, ({ scope, query }) => listClients(deps, scope, query)),
    writeRoute({ method: 'post', path: '/v1/console/clients', access: 'member', summary: 'Add a client', body: AddClientInput, output: Client, status: 201, idempotent: true }, ({ scope, body }, tx) => addClient(deps, tx, scope, body)),
    route({ method: 'post', path: '/v1/console/clients/import/preview', access: 'admin', summary: 'What an import would do', body: ImportInput, output: ImportPreview, rate: 'heavy', maxBody: csvLimit }, ({ scope, body }) => previewImport(deps, scope, body)),
    writeRoute({ method: 'post', path: '/v1/console/clients/import', access: 'admin', summary: 'Import clients from CSV', body: ImportInput, output: ImportResult, rate: 'heavy', maxBody: csvLimit, idempotent: true }, ({ scope, body }, tx) => importClients(deps, tx, scope, body)),
    route({ method: 'get', path: '/v1/console/clients/{id}', access: 'member', summary: 'One client', params: ById, output: Client }, ({ scope, params }) => openClient(deps, scope, params.id)),
    writeRoute({ method: 'patch', path: '/v1/console/clients/{id}', access: 'member', summary: 'Change a client', params: ById, body: ChangeClientInput, output: Client }, ({ scope, params, body }, tx) => changeClient(deps, tx, scope, params.id, body)),
    route({ method: 'get', path: '/v1/console/clients/{id}/merge', access: 'admin', summary: 'What merging another client into this one would move', params: ById, query: MergeInput, output: MergePreview },
      ({ scope, params, query }) => previewMerge(deps, scope, params.id, query)),
    writeRoute({ method: 'post', path: '/v1/console/clients/{id}/merge', access: 'admin', summary: 'Merge another client into this one', params: ById, body: MergeInput, output: Client, idempotent: true }, ({ scope, params, body }, tx) => mergeClients(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/clients/{id}/merge/undo', access: 'admin', summary: 'Take two merged clients apart again', params: ById, body: MergeInput, output: Client }, ({ scope, params, body }, tx) => undoMerge(deps, tx, scope, params.id, body)),
    route({ method: 'get', path: '/v1/console/clients/{id}/erase', access: 'owner', summary: 'What erasing a client would take, and what stays', params: ById, output: ErasePreview }, ({ scope, params }) => previewErase(deps, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/console/clients/{id}/erase', access: 'owner', summary: 'Erase a client for good', params: ById, body: EraseInput, output: z.object({}), fresh: true },
      async ({ scope, params, body }, tx) => { await eraseClient(deps, tx, scope, params.id, body); return {}; }),
    route({ method: 'get', path: '/v1/console/clients/{id}/bookings', access: 'member', summary: 'A client\'s bookings, latest first', params: ById, query: PageQuery, output: pageOf(CalendarBooking) },
      ({ scope, params, query }) => listBookingsOfClient(deps, scope, params.id, query)),
    route({ method: 'get', path: '/v1/console/clients/{id}/timeline', access: 'member', summary: 'All that happened with a client, latest first', params: ById, query: PageQuery, output: Timeline },
      ({ scope, params, query }) => readTimeline(deps, scope, query, params.id)),
    route({ method: 'get', path: '/v1/console/audit', access: 'admin', summary: 'All that happened, latest first', query: PageQuery, output: pageOf(AuditEntry) },
      async ({ scope, query }) => {
        const { items, nextCursor, rows } = await readTimeline(deps, scope, query);
        return { items: items.map((item, index) => ({ ...item, seq: rows[index]?.seq ?? 0, clientId: rows[index]?.clientId ?? null })), nextCursor };
      }),
    writeRoute({ method: 'post', path: '/v1/console/clients/{id}/contacts', access: 'member', summary: 'Add a contact', params: ById, body: AddContactInput, output: Client, status: 201, idempotent: true }, ({ scope, params, body }, tx) => addContactTo(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'patch', path: '/v1/console/clients/{id}/contacts/{contactId}', access: 'member', summary: 'Change a contact', params: OfContact, body: ChangeContactInput, output: Client }, ({ scope, params, body }, tx) => changeContact(deps, tx, scope, params.id, params.contactId, body)),
    writeRoute({ method: 'post', path: '/v1/console/clients/{id}/contacts/{contactId}/invite', access: 'member', summary: 'Mail an invitation', params: OfContact, output: Client, rate: 'mail' }, ({ scope, params }, tx) => inviteContact(deps, tx, scope, params.id, params.contactId)),
  ];
}
