import { MINUTE } from '../domain/civil-time.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import type { BookingRow } from './booking-store.ts';
import { findProvider, findService, providersFor, type ProviderRow, type ServiceRow } from './service-store.ts';

/** A booking that is being given another time: what it keeps, and what must not stand in its own way. */
export type MovedBooking = Pick<BookingRow, 'id' | 'serviceId' | 'providerId' | 'startsAt' | 'endsAt'>;

/** Strangers find only what is offered. A booking keeps its service, archived or not, and the length that was agreed. */
export async function serviceToTake(db: ReadDb, scope: Scope, id: string, moving: MovedBooking | undefined): Promise<ServiceRow> {
  const service = await findService(db, scope, id);
  const isKept = moving?.serviceId === id;
  if (!service || (service.archived && !isKept)) throw notFound();
  return isKept ? { ...service, durationMinutes: (moving.endsAt - moving.startsAt) / MINUTE } : service;
}

/** Who may take it. A booking keeps its provider too, as long as they work here; after that anybody who offers it will do. */
export async function providersToTake(db: ReadDb, scope: Scope, serviceId: string, wanted: string | undefined, moving: MovedBooking | undefined): Promise<readonly ProviderRow[]> {
  const offering = await providersFor(db, scope, serviceId);
  if (wanted === undefined) return offering;
  const chosen = offering.filter((provider) => provider.id === wanted);
  if (chosen.length > 0) return chosen;
  if (moving?.serviceId !== serviceId || moving.providerId !== wanted) throw notFound();
  const own = await findProvider(db, scope, wanted);
  return own && !own.archived ? [own] : offering;
}
