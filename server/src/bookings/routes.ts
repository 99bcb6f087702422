import { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import { BookAsGuestInput, BookedResult, Booking, BookingPage, BookingPayment, BookingQuery, BookSlotInput, CancelBookingInput, MoveBookingInput, PayBookingInput } from '@portico/contract/bookings/booking.ts';
import { CalendarFeed } from '@portico/contract/bookings/calendar.ts';
import { SlotMonth, SlotMonthQuery } from '@portico/contract/bookings/slots.ts';
import { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import { BusinessKey, Id, Language, TimeZone } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import { identifyClient } from '../auth/public.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { invalidField, notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { liveStream } from '../events/live-stream.ts';
import { readKey } from '../http/idempotency.ts';
import { route, streamRoute, writeRoute, type DeclaredRoute, type RequestFacts } from '../http/route.ts';
import { bookAsGuest, bookSlot } from './book-slot.ts';
import { assertChangeable } from './booking-rules.ts';
import { bookingStart } from './booking-start.ts';
import { readerOf, toBooking } from './booking-view.ts';
import { cancelBooking } from './cancel-booking.ts';
import { consoleBookingRoutes } from './console-routes.ts';
import { createFeed, readFeed, readFeedState, revokeFeed } from './feeds.ts';
import { payHeld, readHeldPayment } from './hold-booking.ts';
import { identifyLink } from './identify-link.ts';
import { listBookings } from './list-bookings.ts';
import { moveBooking } from './move-booking.ts';
import type { MovedBooking } from './moved-booking.ts';
import { ownBooking } from './own-booking.ts';
import { readCalendarFile } from './read-calendar-file.ts';
import { readSlots } from './read-slots.ts';

const OfBusiness = z.strictObject({ business: BusinessKey });
const ById = z.strictObject({ id: Id });
const InWords = z.strictObject({ timeZone: TimeZone.optional(), lang: Language.optional() });
const FeedToken = z.strictObject({ token: z.string().max(120) });
const Text = z.string();

export function bookingRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [...visitorRoutes(deps), ...clientRoutes(deps), ...consoleBookingRoutes(deps)];
}

function visitorRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/businesses/{business}/booking-start', access: 'visitor', summary: 'The first screen of the booking element in one answer', params: OfBusiness, query: SlotMonthQuery, output: BookingStart, publicCache: true },
      ({ scope, query }) => bookingStart(deps, scope, query)),
    route({ method: 'get', path: '/v1/businesses/{business}/slots', access: 'visitor', summary: 'A month of start times', params: OfBusiness, query: SlotMonthQuery, output: SlotMonth, publicCache: true },
      async ({ scope, query, request }) => {
        const service = query.service;
        if (service === undefined) throw invalidField('service', 'Say which service.');
        const moving = await bookingBeingMoved(deps, scope, request, query.moving);
        return deps.store.read(async (db) => {
          const business = await findBusiness(db, scope.businessId);
          if (!business) throw notFound();
          return readSlots(db, scope, { ...query, service, now: deps.now(), businessZone: business.timeZone, lang: query.lang ?? business.lang, moving });
        });
      }),
    streamRoute({ method: 'get', path: '/v1/businesses/{business}/live', access: 'visitor', summary: 'Tells when free times change', params: OfBusiness, contentType: 'text/event-stream' },
      async ({ scope, request }) => liveStream({ hub: deps.live, businessId: scope.businessId, audience: { kind: 'visitor' }, lastEventId: request.header('last-event-id'), signal: request.signal, standing: async () => 'welcome' }), Text),
    writeRoute({ method: 'post', path: '/v1/businesses/{business}/bookings', access: 'visitor', summary: 'Book without signing in', params: OfBusiness, body: BookAsGuestInput, output: BookedResult, status: 201, rate: 'book', idempotent: true },
      ({ scope, body }, tx) => bookAsGuest(deps, tx, scope, body)),
    streamRoute({ method: 'get', path: '/v1/feeds/{token}', access: 'open', summary: 'A private calendar', params: FeedToken, contentType: 'text/calendar; charset=utf-8' },
      ({ params }) => readFeed(deps, params.token.replace(/\.ics$/, '')), Text),
  ];
}

/** Only whoever may move a booking sees the times that are free for it alone. */
async function bookingBeingMoved(deps: Deps, scope: Scope, request: RequestFacts, id: string | undefined): Promise<MovedBooking | undefined> {
  if (id === undefined) return undefined;
  const mover = request.header('authorization')?.startsWith('BookingLink ') ? await identifyLink(deps, request) : await identifyClient(deps, request);
  if (mover.businessId !== scope.businessId) throw notFound();
  const { booking, service } = await deps.store.read((db) => ownBooking(db, mover, id));
  assertChangeable(mover, booking, service.cancelCutoffMinutes, deps.now());
  return booking;
}

function clientRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/bookings', access: 'client', summary: 'Own bookings', query: BookingQuery, output: BookingPage }, ({ scope, query }) => listBookings(deps, scope, query)),
    writeRoute({ method: 'post', path: '/v1/bookings', access: 'client', summary: 'Book', body: BookSlotInput, output: BookedResult, status: 201, rate: 'book', idempotent: true },
      ({ scope, body }, tx) => bookSlot(deps, tx, scope, body)),
    route({ method: 'get', path: '/v1/bookings/{id}', access: 'client_or_link', summary: 'One booking', params: ById, query: InWords, output: Booking },
      ({ scope, params, query }) => deps.store.read(async (db) => {
        const found = await ownBooking(db, scope, params.id);
        const business = await findBusiness(db, scope.businessId);
        if (!business) throw notFound();
        return toBooking(found, readerOf(business, deps.now(), query));
      })),
    // Not one transaction: the provider is asked in between. The key is kept on the attempt itself.
    route({ method: 'post', path: '/v1/bookings/{id}/pay', access: 'client_or_link', summary: 'Pay for a held time. Needs the header `Idempotency-Key`', params: ById, body: PayBookingInput, output: PaymentAttempt, status: 201, rate: 'book' },
      ({ scope, params, body, request }) => payHeld(deps, scope, params.id, body.returnUrl, readKey(request.header('idempotency-key')))),
    route({ method: 'get', path: '/v1/bookings/{id}/payment', access: 'client_or_link', summary: 'How paying for a time stands', params: ById, output: BookingPayment }, ({ scope, params }) => readHeldPayment(deps, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/bookings/{id}/move', access: 'client_or_link', summary: 'Find another time', params: ById, body: MoveBookingInput, output: Booking, rate: 'book', idempotent: true },
      ({ scope, params, body }, tx) => moveBooking(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/bookings/{id}/cancel', access: 'client_or_link', summary: 'Cancel', params: ById, body: CancelBookingInput, output: Booking, rate: 'book', idempotent: true },
      ({ scope, params, body }, tx) => cancelBooking(deps, tx, scope, params.id, body)),
    streamRoute({ method: 'get', path: '/v1/bookings/{id}/calendar.ics', access: 'client_or_link', summary: 'As a calendar file', params: ById, contentType: 'text/calendar; charset=utf-8' },
      ({ scope, params }) => readCalendarFile(deps, scope, params.id), Text),
    route({ method: 'get', path: '/v1/me/feed', access: 'client', summary: 'Is there a calendar feed?', output: CalendarFeed }, ({ scope }) => readFeedState(deps, scope)),
    writeRoute({ method: 'post', path: '/v1/me/feed', access: 'client', summary: 'A new calendar feed address', output: CalendarFeed }, ({ scope }, tx) => createFeed(deps, tx, scope)),
    writeRoute({ method: 'post', path: '/v1/me/feed/revoke', access: 'client', summary: 'End the calendar feed', output: CalendarFeed }, ({ scope }, tx) => revokeFeed(deps, tx, scope)),
  ];
}
