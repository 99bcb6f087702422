import type { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import type { BookAsGuestInput, BookedResult, Booking, BookingPage, BookingPayment, BookSlotInput, MoveBookingInput, PayBookingInput } from '@portico/contract/bookings/booking.ts';
import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import { bookingStartAddress } from './booking-start-address.ts';
import type { BookingStartQuery } from './booking-start-address.ts';
import type { Http } from './http.ts';
import type { Access } from './signer.ts';

export interface BookingOptions {
  /** A guest's link to this one booking; left out: the person who is signed in. */
  readonly linkToken?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The same for every try of one intention, so that a lost answer books once. One is made when left out. */
  readonly idempotencyKey?: string | undefined;
}

export interface SlotMonthRequest extends BookingStartQuery {
  readonly service: string;
  /** A booking that is being moved: its own time is in nobody's way and marked `own`; its service may be archived. */
  readonly moving?: string | undefined;
}

export interface BookingListRequest {
  readonly when?: 'upcoming' | 'past';
  readonly cursor?: string | undefined;
  readonly limit?: number;
  readonly timeZone?: string | undefined;
  readonly lang?: string | undefined;
}

/** The language and zone that labels are written in. */
export interface Written {
  readonly timeZone?: string | undefined;
  readonly lang?: string | undefined;
}

type NoteOptional<Input extends { note: string }> = Omit<Input, 'note'> & { readonly note?: string };

export interface BookingsApi {
  /** All that the first screen needs, in one answer. */
  start(query: BookingStartQuery, options?: BookingOptions): Promise<BookingStart>;
  month(query: SlotMonthRequest, options?: BookingOptions): Promise<SlotMonth>;
  bookAsGuest(input: NoteOptional<BookAsGuestInput>, options?: BookingOptions): Promise<BookedResult>;
  book(input: NoteOptional<BookSlotInput>, options?: BookingOptions): Promise<BookedResult>;
  list(query: BookingListRequest, options?: BookingOptions): Promise<BookingPage>;
  read(id: string, options?: BookingOptions & Written): Promise<Booking>;
  move(id: string, input: MoveBookingInput, options?: BookingOptions): Promise<Booking>;
  cancel(id: string, input: { readonly reason?: string; readonly lang?: string }, options?: BookingOptions): Promise<Booking>;
  /** Starts paying for a held time; go to `url` of the answer. */
  pay(id: string, input: PayBookingInput, options?: BookingOptions): Promise<PaymentAttempt>;
  /** How paying for it stands: only this, never coming back, says that it is paid. */
  payment(id: string, options?: BookingOptions): Promise<BookingPayment>;
  calendarFile(id: string, options?: BookingOptions): Promise<Blob>;
}

export function bookingsApi(http: Http, apiUrl: string, business: string): BookingsApi {
  const accessOf = (options: BookingOptions): Access => (options.linkToken ? { linkToken: options.linkToken } : 'session');
  const at = (id: string, rest = ''): string => `bookings/${encodeURIComponent(id)}${rest}`;

  const write = <T>(path: string, json: unknown, options: BookingOptions, access: Access = accessOf(options)): Promise<T> =>
    http.post<T>(path, { access, json, signal: options.signal, idempotencyKey: options.idempotencyKey ?? crypto.randomUUID() });

  return {
    start(query, { signal } = {}) {
      const path = bookingStartAddress(apiUrl, business, query).slice(`${apiUrl}/v1/`.length);
      return http.get(path, { signal, has: 'services' });
    },
    month(query, options = {}) {
      const access = query.moving ? accessOf(options) : 'public';
      return http.get(`businesses/${business}/slots`, { access, query: { ...query }, signal: options.signal, has: 'days' });
    },
    bookAsGuest: (input, options = {}) => write(`businesses/${business}/bookings`, input, options, 'public'),
    book: (input, options = {}) => write('bookings', input, options, 'session'),
    list: (query, { signal } = {}) => http.get('bookings', { access: 'session', query: { ...query }, signal }),
    read(id, options = {}) {
      const { timeZone, lang, signal } = options;
      return http.get(at(id), { access: accessOf(options), query: { timeZone, lang }, signal });
    },
    move: (id, input, options = {}) => write(at(id, '/move'), input, options),
    cancel: (id, input, options = {}) => write(at(id, '/cancel'), input, options),
    pay: (id, input, options = {}) => write(at(id, '/pay'), input, options),
    payment: (id, options = {}) => http.get(at(id, '/payment'), { access: accessOf(options), signal: options.signal }),
    calendarFile: (id, options = {}) => http.blob(at(id, '/calendar.ics'), { access: accessOf(options), signal: options.signal }),
  };
}
