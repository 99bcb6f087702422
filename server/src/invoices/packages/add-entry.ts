import type { Deps } from '../../deps.ts';
import type { WriteDb } from '../../storage/store.ts';
import { insertEntry, type EntryRow, type PackageRow } from './package-store.ts';

/** Sessions that came or went without a booking. */
export async function addEntry(deps: Pick<Deps, 'newId' | 'now'>, tx: WriteDb, { businessId, clientId, id }: PackageRow, entry: Pick<EntryRow, 'kind' | 'change'> & { readonly reason?: string }): Promise<void> {
  await insertEntry(tx, { businessId, clientId, packageId: id, id: deps.newId(), bookingId: null, at: deps.now(), reason: null, ...entry });
}
