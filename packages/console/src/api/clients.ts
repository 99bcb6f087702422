import type { CalendarBooking } from '@portico/contract/bookings/calendar.ts';
import type {
  AddContactInput, ChangeClientInput, ChangeContactInput, Client, ClientPage, ErasePreview, ImportInput, ImportPreview, ImportResult, MergePreview, Timeline,
} from '@portico/contract/clients.ts';
import { source, type Source } from './cache.ts';
import { create, patch, post, withQuery } from './http.ts';

export interface ClientSearch {
  readonly search?: string;
  readonly archived?: boolean;
  readonly cursor?: string;
  readonly limit?: number;
}
export interface CalendarBookingPage {
  readonly items: readonly CalendarBooking[];
  readonly nextCursor: string | null;
}

export const clients = ({ archived, ...query }: ClientSearch): Source<ClientPage> =>
  source(withQuery('clients', { ...query, archived: archived ? 'true' : undefined }));
export const client = (id: string): Source<Client> => source(`clients/${id}`);
export const timeline = (id: string, cursor?: string): Source<Timeline> => source(withQuery(`clients/${id}/timeline`, { cursor }));
export const bookingsOf = (id: string, cursor?: string): Source<CalendarBookingPage> => source(withQuery(`clients/${id}/bookings`, { cursor }));

export const addClient = (input: { kind: Client['kind']; name: string; note?: string; contact?: AddContactInput }): Promise<Client> => create('clients', input);
export const changeClient = (id: string, input: ChangeClientInput): Promise<Client> => patch(`clients/${id}`, input);
export const mergePreview = (id: string, from: string): Source<MergePreview> => source(withQuery(`clients/${id}/merge`, { from }));
export const mergeClients = (id: string, from: string): Promise<Client> => create(`clients/${id}/merge`, { from });
export const undoMerge = (id: string, from: string): Promise<Client> => post(`clients/${id}/merge/undo`, { from });
export const erasePreview = (id: string): Source<ErasePreview> => source(`clients/${id}/erase`);
export const eraseClient = (id: string, name: string): Promise<object> => post(`clients/${id}/erase`, { name });
export const addContact = (id: string, input: AddContactInput): Promise<Client> => create(`clients/${id}/contacts`, input);
export const changeContact = (id: string, contactId: string, input: ChangeContactInput): Promise<Client> =>
  patch(`clients/${id}/contacts/${contactId}`, input);
export const inviteContact = (id: string, contactId: string): Promise<Client> => post(`clients/${id}/contacts/${contactId}/invite`);

export const previewImport = (input: ImportInput): Promise<ImportPreview> => post('clients/import/preview', input);
export const importClients = (input: ImportInput): Promise<ImportResult> => create('clients/import', input);
