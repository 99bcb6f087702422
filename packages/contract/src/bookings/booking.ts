import { z } from 'zod';
import { Email, Id, Instant, Language, Line, Lines, PageQuery, pageOf, Phone, TimeZone, WebAddress } from '../primitives.ts';
import { PaymentAttempt } from '../invoices/checkout.ts';
import { PlaceKind } from './services.ts';

/** `held`: taken by somebody who is paying; for ten minutes, then free again. */
export const bookingStatuses = ['held', 'confirmed', 'cancelled', 'done', 'no_show'] as const;
export const BookingStatus = z.enum(bookingStatuses);
export type BookingStatus = z.infer<typeof BookingStatus>;

/** A booking as its client sees it. */
export const Booking = z.object({
  id: Id,
  status: BookingStatus,
  startsAt: Instant,
  endsAt: Instant,
  durationMinutes: z.int(),
  service: z.object({ id: Id, name: z.string() }),
  provider: z.object({ id: Id, name: z.string() }),
  priceMinor: z.int(),
  currency: z.string(),
  priceLabel: z.string().nullable(),
  /** The package of sessions that pays for it; null: none does. Cancelled in time, the session came back. */
  package: z.object({ id: Id, name: z.string(), isReturned: z.boolean() }).nullable(),
  /** While it is held: until when (`14:05`), and what must be paid by then. */
  hold: z.object({ until: Instant, time: z.string(), amountMinor: z.int(), label: z.string() }).nullable(),
  placeKind: PlaceKind,
  place: z.string(),
  note: z.string(),
  /** The zone its client chose when booking. */
  timeZone: z.string(),
  /** Written for reading: `Friday 27 November 2026`, `14:30`, `15:15`, `Johannesburg (GMT+2)`. */
  when: z.object({ date: z.string(), time: z.string(), endTime: z.string(), zone: z.string(), relativeDay: z.string().nullable() }),
  canChange: z.boolean(),
  /** Until when the client may move or cancel it. */
  changeUntil: Instant,
  /** The service is still offered, so "Book again" works. */
  canRebook: z.boolean(),
  cancelReason: z.string().nullable(),
}).meta({ id: 'Booking' });
export type Booking = z.infer<typeof Booking>;
export const BookingPage = pageOf(Booking);
export type BookingPage = z.infer<typeof BookingPage>;
export const BookingQuery = PageQuery.extend({ when: z.enum(['upcoming', 'past']).default('upcoming'), timeZone: TimeZone.optional(), lang: Language.optional() });
export type BookingQuery = z.infer<typeof BookingQuery>;

/** A booking just made. */
export const BookedResult = z.object({
  booking: Booking,
  /** For a guest: opens exactly this booking (look, move, cancel) until a week after it. Also in the mail. */
  linkToken: z.string().nullable(),
  /** True when this created a new client: the mail carries the invitation to set a password. */
  invited: z.boolean(),
}).meta({ id: 'BookedResult' });
export type BookedResult = z.infer<typeof BookedResult>;

const chosenTime = {
  serviceId: Id,
  /** Left out: any provider who is free. */
  providerId: Id.optional(),
  startsAt: Instant,
  timeZone: TimeZone,
  lang: Language.optional(),
  note: Lines(1000).default(''),
};
/** A signed-in client books. `packageId` left out: a package that covers it is used; null: none is. */
export const BookSlotInput = z.strictObject({ ...chosenTime, packageId: Id.nullable().optional() });
export type BookSlotInput = z.infer<typeof BookSlotInput>;
/** Anybody books, with a name and an address. */
export const BookAsGuestInput = z.strictObject({ ...chosenTime, name: Line(100), email: Email, phone: Phone.optional() });
export type BookAsGuestInput = z.infer<typeof BookAsGuestInput>;
/** Where whoever pays for a held time comes back to: a page of the business. */
export const PayBookingInput = z.strictObject({ returnUrl: WebAddress });
export type PayBookingInput = z.infer<typeof PayBookingInput>;
export const BookingPayment = z.object({ payment: PaymentAttempt.nullable() }).meta({ id: 'BookingPayment' });
export type BookingPayment = z.infer<typeof BookingPayment>;
export const MoveBookingInput = z.strictObject({ startsAt: Instant, providerId: Id.optional(), timeZone: TimeZone.optional(), lang: Language.optional() });
export type MoveBookingInput = z.infer<typeof MoveBookingInput>;
export const CancelBookingInput = z.strictObject({ reason: Lines(500).default(''), lang: Language.optional() });
export type CancelBookingInput = z.infer<typeof CancelBookingInput>;
