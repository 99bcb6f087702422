import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { BookingDetail } from './bookings-events.ts';

/** What the page is told of a booking. */
export const factsOf = ({ id, service, provider, startsAt }: Booking): BookingDetail =>
  ({ bookingId: id, serviceId: service.id, providerId: provider.id, startsAt });
