import { z } from 'zod';
import { CivilDate, Email, Id, Instant, Language, Line, Lines, Phone } from '../primitives.ts';
import { BookingStatus } from './booking.ts';
import { Block } from './hours.ts';

/** A booking as the owner sees it. */
export const CalendarBooking = z.object({
  id: Id, status: BookingStatus, startsAt: Instant, endsAt: Instant, busyFrom: Instant, busyUntil: Instant,
  providerId: Id, serviceId: Id, serviceName: z.string(), clientId: Id, clientName: z.string(), contactName: z.string(),
  note: z.string(), priceMinor: z.int(), cancelReason: z.string().nullable(),
  /** The package that pays for it. */
  packageName: z.string().nullable(),
}).meta({ id: 'CalendarBooking' });
export type CalendarBooking = z.infer<typeof CalendarBooking>;

/** Everything the calendar draws for some days: bookings, blocks, working hours. */
export const Calendar = z.object({
  timeZone: z.string(),
  firstDate: z.string(),
  days: z.array(z.object({ date: z.string(), name: z.string(), startsAt: Instant, endsAt: Instant })),
  providers: z.array(z.object({ id: Id, name: z.string(), colour: z.string(), open: z.array(z.object({ startsAt: Instant, endsAt: Instant })) })),
  bookings: z.array(CalendarBooking),
  blocks: z.array(Block),
}).meta({ id: 'Calendar' });
export type Calendar = z.infer<typeof Calendar>;
export const CalendarQuery = z.strictObject({ firstDate: CivilDate, days: z.coerce.number().int().min(1).max(42).default(7), lang: Language.optional() });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** The owner books for a client, an old or a new one. Free times are advice here: only an overlap is refused. */
export const BookForClientInput = z.strictObject({
  serviceId: Id, providerId: Id, startsAt: Instant, clientId: Id.optional(),
  newClient: z.strictObject({ name: Line(100), email: Email.optional(), phone: Phone.optional() }).optional(),
  note: Lines(1000).default(''), tellClient: z.boolean().default(true),
  /** Left out: a package of the client's that covers it is used; null: none is. */
  packageId: Id.nullable().optional(),
}).refine((input) => (input.clientId === undefined) !== (input.newClient === undefined), { path: ['clientId'], message: 'Choose a client or add a new one.' });
export type BookForClientInput = z.infer<typeof BookForClientInput>;
export const MoveForClientInput = z.strictObject({ startsAt: Instant, providerId: Id.optional(), tellClient: z.boolean().default(true) });
export type MoveForClientInput = z.infer<typeof MoveForClientInput>;
/** `returnSession` left out: a session of a package comes back when there is still the time that clients have to cancel. */
export const CancelForClientInput = z.strictObject({ reason: Lines(500).default(''), tellClient: z.boolean().default(true), returnSession: z.boolean().optional() });
export type CancelForClientInput = z.infer<typeof CancelForClientInput>;
export const MarkBookingInput = z.strictObject({ status: z.enum(['confirmed', 'done', 'no_show']) });

/** A private address for calendar apps. The token is shown once; making a new one revokes the old. */
export const CalendarFeed = z.object({ active: z.boolean(), url: z.string().nullable(), createdAt: Instant.nullable(), lastReadAt: Instant.nullable() }).meta({ id: 'CalendarFeed' });
export type CalendarFeed = z.infer<typeof CalendarFeed>;
