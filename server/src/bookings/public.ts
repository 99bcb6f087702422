import type { RunJob } from '../jobs/worker.ts';
import { releaseHeld } from './hold-booking.ts';
import { remind } from './remind.ts';

export { bookingNotices } from './booking-notices.ts';
export { identifyLink } from './identify-link.ts';
export { eraseBookingsOf } from './erase-bookings.ts';
export { addProvider } from './providers.ts';
export { addService } from './services.ts';
export { toService } from './booking-view.ts';
export { bookingSummaries, allBookingsOfClient, countBookingsOf, moveBookingsOf, type BookingDetails } from './booking-store.ts';
export { bookingNames } from './booking-names.ts';
export { cursorOf, readCursor } from './list-bookings.ts';
export { bookingForStaff, withNames } from './read-for-staff.ts';

export const bookingJobs: Readonly<Record<string, RunJob>> = { 'booking.remind': remind, 'booking.release': releaseHeld };
