import type { BookAsGuestInput, BookedResult, BookSlotInput } from '@portico/contract/bookings/booking.ts';
import { findBusiness } from '../business/public.ts';
import { findContact, findOrAddGuest, rememberPage } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { invalidField, notFound } from '../domain/errors.ts';
import { requireClient, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import { clientPrices, packageFor, takesCards, takeSession } from '../invoices/public.ts';
import type { WriteDb } from '../storage/store.ts';
import { doneBy, momentOf } from './booking-events.ts';
import { findBooking, type BookingRow } from './booking-store.ts';
import { readerOf, toBooking } from './booking-view.ts';
import { chooseTime } from './choose-time.ts';
import { hold } from './hold-booking.ts';
import { prepaidMinor } from './hold-rules.ts';
import { takeTime, type TakenBy } from './take-time.ts';

type Person = Pick<TakenBy, 'clientId' | 'contactId'> & { readonly newClient: boolean; readonly withLink: boolean; readonly packageId: string | null | undefined };

/** A signed-in client books. */
export async function bookSlot(deps: Deps, tx: WriteDb, scope: Scope, input: BookSlotInput): Promise<BookedResult> {
  const { clientId, contactId } = requireClient(scope);
  const contact = await findContact(tx, scope, contactId);
  if (!contact) throw notFound();
  await rememberPage(tx, scope, contact, input);
  return book(deps, tx, scope, input, { clientId, contactId, newClient: false, withLink: false, packageId: input.packageId });
}

/** Anybody books. A new address becomes a client; a known one gets the booking in its own account, unseen by the guest, whose word is not enough to use up its packages. */
export async function bookAsGuest(deps: Deps, tx: WriteDb, scope: Scope, input: BookAsGuestInput): Promise<BookedResult> {
  const business = await findBusiness(tx, scope.businessId);
  if (business?.phoneRequired && input.phone === undefined) throw invalidField('phone', 'Add a phone number, so that we can reach you on the day.', 'missing');
  const guest = await findOrAddGuest(deps, tx, scope, { name: input.name, email: input.email, phone: input.phone, timeZone: input.timeZone, lang: input.lang });
  return book(deps, tx, scope, input, { clientId: guest.clientId, contactId: guest.contactId, newClient: guest.isNew, withLink: true, packageId: null });
}

async function book(deps: Deps, tx: WriteDb, scope: Scope, input: BookSlotInput, person: Person): Promise<BookedResult> {
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  const now = deps.now();
  const startsAt = Date.parse(input.startsAt);
  const chosen = await chooseTime(tx, scope, { serviceId: input.serviceId, providerId: input.providerId, startsAt, businessZone: business.timeZone, now });
  const paidBy = await packageFor(tx, scope, { clientId: person.clientId, serviceId: input.serviceId, localDate: chosen.localDate, priceMinor: chosen.service.priceMinor }, person.packageId);
  const totalMinor = (await clientPrices(tx, scope.businessId))(chosen.service.priceMinor);
  const { row, linkToken } = await takeTime(deps, tx, scope, chosen, startsAt, {
    clientId: person.clientId, contactId: person.contactId, timeZone: input.timeZone, lang: input.lang ?? null, note: input.note, currency: business.currency, totalMinor, package: paidBy, withLink: person.withLink,
  });
  if (paidBy) await takeSession(deps, tx, scope, paidBy, row.id);
  const nowMinor = paidBy || !(await takesCards(tx, scope.businessId)) ? 0 : prepaidMinor(totalMinor, chosen.service.prepayment);
  if (nowMinor > 0) await hold(deps, tx, scope, row, { description: chosen.service.name, totalMinor, nowMinor, newClient: person.newClient });
  else await recordCreated(deps, tx, scope, row, { tellClient: true, newClient: person.newClient });
  const details = await findBooking(tx, scope, row.id);
  if (!details) throw notFound();
  return { booking: toBooking(details, readerOf(business, now, input)), linkToken, invited: person.newClient };
}

export async function recordCreated(deps: Deps, tx: WriteDb, scope: Scope, row: BookingRow, how: { tellClient: boolean; newClient: boolean }): Promise<void> {
  await record(deps, tx, scope, {
    type: 'booking.created', subjectId: row.id, clientId: row.clientId,
    payload: { ...momentOf(row), by: doneBy(scope), ...how, lang: row.lang },
  });
}
