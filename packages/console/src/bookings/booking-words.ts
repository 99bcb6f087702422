import type { BookingStatus } from '@portico/contract/bookings/booking.ts';

export const statusWords: Readonly<Record<BookingStatus, string>> = { held: 'Being paid', confirmed: 'Booked', cancelled: 'Cancelled', done: 'Done', no_show: 'No-show' };
export const statusTone: Readonly<Record<BookingStatus, string>> = { held: 'warn', confirmed: '', cancelled: 'bad', done: 'good', no_show: 'warn' };
export const placeWords = { in_person: 'In person', video: 'Video call', phone: 'Phone call' } as const;
