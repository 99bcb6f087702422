import type { AddServiceInput, ChangeServiceInput, ServiceSettings } from '@portico/contract/bookings/services.ts';
import type { Deps } from '../deps.ts';
import { invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { findService, insertService, knownProviders, offersOf, providersOf, replaceOffersOf, servicesOf, updateService, type ServiceRow } from './service-store.ts';

const view = (row: ServiceRow, providerIds: string[]): ServiceSettings => ({ ...row, reminderMinutes: [...row.reminderMinutes], providerIds });

export async function listServices(deps: Deps, scope: Scope): Promise<{ items: ServiceSettings[] }> {
  return deps.store.read(async (db) => {
    const offers = await offersOf(db, scope);
    const rows = await servicesOf(db, scope);
    return { items: rows.map((row) => view(row, offers.filter((offer) => offer.serviceId === row.id).map((offer) => offer.providerId))) };
  });
}

export async function addService(deps: Deps, tx: WriteDb, scope: Scope, input: AddServiceInput): Promise<ServiceRow> {
  requireStaff(scope, 'admin');
  const { providerIds = (await providersOf(tx, scope)).map((provider) => provider.id), ...columns } = input;
  await requireKnown(tx, scope, providerIds);
  const row: ServiceRow = { businessId: scope.businessId, id: deps.newId(), ...columns, prepayment: columns.prepayment ?? null, archived: false, position: (await servicesOf(tx, scope)).length };
  await insertService(tx, row);
  await replaceOffersOf(tx, scope, row.id, providerIds);
  await record(deps, tx, scope, { type: 'service.changed', subjectId: row.id, payload: { serviceId: row.id, name: row.name, what: 'added' } });
  return row;
}

export async function changeService(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: ChangeServiceInput): Promise<ServiceSettings> {
  requireStaff(scope, 'admin');
  const before = await findService(tx, scope, id);
  if (!before) throw notFound();
  const { providerIds, ...columns } = input;
  await updateService(tx, scope, id, Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)));
  if (providerIds) {
    await requireKnown(tx, scope, providerIds);
    await replaceOffersOf(tx, scope, id, providerIds);
  }
  const what = input.archived === undefined || input.archived === before.archived ? 'changed' : input.archived ? 'archived' : 'restored';
  await record(deps, tx, scope, { type: 'service.changed', subjectId: id, payload: { serviceId: id, name: input.name ?? before.name, what } });
  return readService(tx, scope, id);
}

export async function readService(db: ReadDb, scope: Scope, id: string): Promise<ServiceSettings> {
  const row = await findService(db, scope, id);
  if (!row) throw notFound();
  const offers = (await offersOf(db, scope)).filter((offer) => offer.serviceId === id);
  return view(row, offers.map((offer) => offer.providerId));
}

async function requireKnown(db: ReadDb, scope: Scope, ids: readonly string[]): Promise<void> {
  const known = await knownProviders(db, scope, ids);
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw invalidField(`providerIds.${unknown}`, 'Choose from your providers.');
}
