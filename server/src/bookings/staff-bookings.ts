import type { BookForClientInput, CalendarBooking, CancelForClientInput, MoveForClientInput } from '@portico/contract/bookings/calendar.ts';
import { findBusiness } from '../business/public.ts';
import { addClientWithContact, mainContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { formatDate } from '../domain/civil-time.ts';
import { conflict, invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { zoneOf } from '../domain/zones.ts';
import { record } from '../events/event-log.ts';
import { clientPrices, packageFor, takeSession } from '../invoices/public.ts';
import type { WriteDb } from '../storage/store.ts';
import { recordCreated } from './book-slot.ts';
import { momentOf } from './booking-events.ts';
import { updateBooking } from './booking-store.ts';
import { callOff } from './cancel-booking.ts';
import { confirmHeld, release } from './hold-booking.ts';
import { ownBooking } from './own-booking.ts';
import { readForStaff } from './read-for-staff.ts';
import { findProvider, findService } from './service-store.ts';
import { shiftBooking } from './shift-booking.ts';
import { takeTime } from './take-time.ts';

/** The owner books for a client. Hours and notice are advice to the owner; only an overlap is refused, by the database. */
export async function bookForClient(deps: Deps, tx: WriteDb, scope: Scope, input: BookForClientInput): Promise<CalendarBooking> {
  requireStaff(scope);
  const business = await findBusiness(tx, scope.businessId);
  const service = await findService(tx, scope, input.serviceId);
  const provider = await findProvider(tx, scope, input.providerId);
  if (!business || !service || !provider) throw notFound();
  if (provider.archived) throw invalidField('providerId', 'Choose somebody who still takes bookings.');
  const startsAt = Date.parse(input.startsAt);
  const localDate = formatDate(zoneOf(business.timeZone).civilOf(startsAt).day);
  const person = input.newClient ? await addClientWithContact(deps, tx, scope, input.newClient, 'staff') : await mainContact(tx, scope, input.clientId ?? '');
  if (!person) throw notFound();
  const paidBy = await packageFor(tx, scope, { clientId: person.clientId, serviceId: service.id, localDate, priceMinor: service.priceMinor }, input.packageId);
  const totalMinor = (await clientPrices(tx, scope.businessId))(service.priceMinor);
  const { row } = await takeTime(deps, tx, scope, { service, provider, localDate }, startsAt, {
    clientId: person.clientId, contactId: person.contactId, timeZone: business.timeZone, lang: null, note: input.note, currency: business.currency, totalMinor, package: paidBy, withLink: false,
  });
  if (paidBy) await takeSession(deps, tx, scope, paidBy, row.id);
  await recordCreated(deps, tx, scope, row, { tellClient: input.tellClient, newClient: false });
  return readForStaff(tx, scope, row.id);
}

/** A package's last day does not bind the owner, as hours and notice do not: the session stays paid. */
export async function moveForClient(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: MoveForClientInput): Promise<CalendarBooking> {
  requireStaff(scope);
  const { booking } = await ownBooking(tx, scope, id);
  if (booking.status !== 'confirmed') throw conflict('Only a booking that is still to come can be moved.');
  const business = await findBusiness(tx, scope.businessId);
  const service = await findService(tx, scope, booking.serviceId);
  const provider = await findProvider(tx, scope, input.providerId ?? booking.providerId);
  if (!business || !service || !provider) throw notFound();
  const startsAt = Date.parse(input.startsAt);
  const localDate = formatDate(zoneOf(business.timeZone).civilOf(startsAt).day);
  await shiftBooking(deps, tx, scope, booking, { startsAt, providerId: provider.id, localDate, service, tellClient: input.tellClient });
  return readForStaff(tx, scope, id);
}

export async function cancelForClient(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: CancelForClientInput): Promise<CalendarBooking> {
  requireStaff(scope);
  const found = await ownBooking(tx, scope, id);
  if (found.booking.status === 'cancelled') throw conflict('This booking is already cancelled.');
  if (found.booking.status === 'held') await release(deps, tx, scope, found.booking);
  else await callOff(deps, tx, scope, found, { reason: input.reason, tellClient: input.tellClient, returnSession: input.returnSession });
  return readForStaff(tx, scope, id);
}

/** Done, no-show, or back to confirmed. A cancelled booking comes back only while its time is free. */
export async function markBooking(deps: Deps, tx: WriteDb, scope: Scope, id: string, status: 'confirmed' | 'done' | 'no_show'): Promise<CalendarBooking> {
  requireStaff(scope);
  const { booking } = await ownBooking(tx, scope, id);
  if (booking.status === 'cancelled') throw conflict('This booking is cancelled. Book the time again instead.');
  if (booking.status === 'held' && status !== 'confirmed') throw conflict('This time is only held. Confirm it first.');
  if (booking.status === 'held') await confirmHeld(deps, tx, scope, booking);
  else if (booking.status !== status) {
    await updateBooking(tx, booking, { status });
    await record(deps, tx, scope, { type: 'booking.marked', subjectId: id, clientId: booking.clientId, payload: { ...momentOf(booking), status } });
  }
  return readForStaff(tx, scope, id);
}
