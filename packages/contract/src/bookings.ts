import { z } from 'zod';
import { AmountMinor, CivilDate, Colour, Email, Id, Instant, Language, Line, Lines, PageQuery, pageOf, Phone, TimeZone } from './primitives.ts';

const Minute = z.int().min(0).max(1440);
const rangeInOrder = (range: { startMinute: number; endMinute: number }): boolean => range.startMinute < range.endMinute;
const order = { path: ['endMinute'], message: 'End after the start.' };

/** Minutes of the civil day, 0 to 1440 (24:00). */
export const TimeRange = z.strictObject({ startMinute: Minute, endMinute: Minute }).refine(rangeInOrder, order);
export type TimeRange = z.infer<typeof TimeRange>;

/** One range of working time on a day of the week; 1 is Monday (ISO 8601). Several a day are several entries. */
export const WeeklyHours = z.strictObject({ weekday: z.int().min(1).max(7), startMinute: Minute, endMinute: Minute }).refine(rangeInOrder, order);
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/** Replaces the weekly hours on one date; no ranges means closed. */
export const DateOverride = z.strictObject({ date: CivilDate, ranges: z.array(TimeRange).max(10) });
export type DateOverride = z.infer<typeof DateOverride>;

export const placeKinds = ['in_person', 'video', 'phone'] as const;
export const PlaceKind = z.enum(placeKinds);

const serviceShape = {
  name: Line(80),
  description: Lines(500),
  durationMinutes: z.int().min(5).max(720),
  priceMinor: AmountMinor,
  /** Where it happens. In person: times are shown in the business's zone. */
  placeKind: PlaceKind,
  /** The street address or the video link, told to the client once booked. */
  place: Lines(300),
  bufferBeforeMinutes: z.int().min(0).max(480),
  bufferAfterMinutes: z.int().min(0).max(480),
  /** Start times are this far apart. */
  intervalMinutes: z.int().min(5).max(720),
  minNoticeMinutes: z.int().min(0).max(525_600),
  maxDaysAhead: z.int().min(1).max(730),
  /** At most so many a day for each provider; null for no limit. */
  maxPerDay: z.int().min(1).max(200).nullable(),
  /** Clients may move or cancel until so many minutes before the start. */
  cancelCutoffMinutes: z.int().min(0).max(525_600),
  /** Minutes before the start at which a reminder goes out. */
  reminderMinutes: z.array(z.int().min(5).max(43_200)).max(5),
  providerIds: z.array(Id).max(50),
};

/** What the owner keeps about a service. */
export const ServiceSettings = z.object({ id: Id, ...serviceShape, archived: z.boolean(), position: z.int() }).meta({ id: 'ServiceSettings' });
export type ServiceSettings = z.infer<typeof ServiceSettings>;
export const ServiceSettingsList = z.object({ items: z.array(ServiceSettings) });

const serviceDefaults = {
  description: serviceShape.description.default(''),
  priceMinor: serviceShape.priceMinor.default(0),
  placeKind: serviceShape.placeKind.default('in_person'),
  place: serviceShape.place.default(''),
  bufferBeforeMinutes: serviceShape.bufferBeforeMinutes.default(0),
  bufferAfterMinutes: serviceShape.bufferAfterMinutes.default(0),
  intervalMinutes: serviceShape.intervalMinutes.default(30),
  minNoticeMinutes: serviceShape.minNoticeMinutes.default(120),
  maxDaysAhead: serviceShape.maxDaysAhead.default(60),
  maxPerDay: serviceShape.maxPerDay.default(null),
  cancelCutoffMinutes: serviceShape.cancelCutoffMinutes.default(1440),
  reminderMinutes: serviceShape.reminderMinutes.default([1440, 60]),
};
/** `providerIds` left out: everybody offers it. */
export const AddServiceInput = z.strictObject({ ...serviceShape, ...serviceDefaults, providerIds: serviceShape.providerIds.optional() });
export type AddServiceInput = z.infer<typeof AddServiceInput>;
export const ChangeServiceInput = z.strictObject(serviceShape).partial().extend({ archived: z.boolean().optional(), position: z.int().min(0).max(1000).optional() });
export type ChangeServiceInput = z.infer<typeof ChangeServiceInput>;

/** A service as a visitor sees it. */
export const Service = z.object({
  id: Id, name: z.string(), description: z.string(), durationMinutes: z.int(),
  priceMinor: z.int(), currency: z.string(),
  /** `R 650`, or null when it costs nothing. Formatted by the server: making Intl formatters is slow on phones. */
  priceLabel: z.string().nullable(),
  placeKind: PlaceKind,
  providerIds: z.array(Id),
}).meta({ id: 'Service' });
export type Service = z.infer<typeof Service>;

export const Provider = z.object({ id: Id, name: z.string() }).meta({ id: 'Provider' });
export type Provider = z.infer<typeof Provider>;

/** What the owner keeps about a provider: somebody (or something) that can be booked. */
export const ProviderSettings = z.object({
  id: Id, name: z.string(), colour: z.string(), staffId: Id.nullable(), maxPerDay: z.int().nullable(), archived: z.boolean(), position: z.int(),
  weeklyHours: z.array(WeeklyHours), overrides: z.array(DateOverride),
}).meta({ id: 'ProviderSettings' });
export type ProviderSettings = z.infer<typeof ProviderSettings>;
export const ProviderSettingsList = z.object({ items: z.array(ProviderSettings) });
export const AddProviderInput = z.strictObject({ name: Line(80), colour: Colour.optional(), staffId: Id.nullable().optional(), maxPerDay: z.int().min(1).max(200).nullable().optional(), weeklyHours: z.array(WeeklyHours).max(70).optional() });
export type AddProviderInput = z.infer<typeof AddProviderInput>;
export const ChangeProviderInput = AddProviderInput.partial().extend({ overrides: z.array(DateOverride).max(400).optional(), archived: z.boolean().optional(), position: z.int().min(0).max(1000).optional() });
export type ChangeProviderInput = z.infer<typeof ChangeProviderInput>;

/** Closed for several days, the last one included; for everybody when `providerId` is null. */
export const Closure = z.object({ id: Id, providerId: Id.nullable(), firstDate: z.string(), lastDate: z.string(), reason: z.string() }).meta({ id: 'Closure' });
export type Closure = z.infer<typeof Closure>;
export const ClosureList = z.object({ items: z.array(Closure) });
export const AddClosureInput = z.strictObject({ providerId: Id.nullable().default(null), firstDate: CivilDate, lastDate: CivilDate, reason: Lines(120).default('') })
  .refine((closure) => closure.firstDate <= closure.lastDate, { path: ['lastDate'], message: 'The last day comes on or after the first.' });
export type AddClosureInput = z.infer<typeof AddClosureInput>;

/** Time the owner keeps for something else. */
export const Block = z.object({ id: Id, providerId: Id, startsAt: Instant, endsAt: Instant, note: z.string() }).meta({ id: 'Block' });
export type Block = z.infer<typeof Block>;
const longestBlock = 31 * 86_400_000;
const blockInOrder = (block: { startsAt: string; endsAt: string }): boolean => {
  const length = Date.parse(block.endsAt) - Date.parse(block.startsAt);
  return length > 0 && length <= longestBlock;
};
export const AddBlockInput = z.strictObject({ providerId: Id, startsAt: Instant, endsAt: Instant, note: Lines(200).default('') })
  .refine(blockInOrder, { path: ['endsAt'], message: 'End after the start, within 31 days. For longer, add a closed period.' });
export type AddBlockInput = z.infer<typeof AddBlockInput>;
export const MoveBlockInput = z.strictObject({ providerId: Id.optional(), startsAt: Instant, endsAt: Instant })
  .refine(blockInOrder, { path: ['endsAt'], message: 'End after the start, within 31 days. For longer, add a closed period.' });
export type MoveBlockInput = z.infer<typeof MoveBlockInput>;

/** One start time. `free: false` is shown grey: taken, but inside the working hours. */
export const SlotTime = z.object({
  /** UTC. A plain string: this is only ever sent, hundreds at a time. */
  startsAt: z.string(),
  /** Local time in the asked zone, `14:30` or `2:30 pm`. */
  label: z.string(),
  free: z.boolean(),
  /** Who is free then; empty when nobody is. */
  providerIds: z.array(Id),
  part: z.enum(['morning', 'afternoon', 'evening']),
}).meta({ id: 'SlotTime' });
export type SlotTime = z.infer<typeof SlotTime>;

export const SlotDay = z.object({
  /** Date in the asked zone. */
  date: z.string(),
  /** `Friday 27 November`. */
  name: z.string(),
  /** `Fri`. */
  weekday: z.string(),
  dayOfMonth: z.int(),
  times: z.array(SlotTime),
}).meta({ id: 'SlotDay' });
export type SlotDay = z.infer<typeof SlotDay>;

/** A month of days with their times, every label already written in the asked language and zone. */
export const SlotMonth = z.object({
  serviceId: Id,
  providerId: Id.nullable(),
  /** `2026-11`. */
  month: z.string(),
  /** `November 2026`. */
  monthName: z.string(),
  /** `Mo Tu …` with full names, starting on the language's first day of the week. */
  weekdays: z.array(z.object({ short: z.string(), long: z.string() })),
  /** 1 (Monday) to 7: what the week starts with. */
  firstWeekday: z.int(),
  today: z.string(),
  timeZone: z.string(),
  /** `Johannesburg (GMT+2)`. */
  timeZoneLabel: z.string(),
  days: z.array(SlotDay),
  /** The first free time at or after this month, when the month itself has none: `{ date, name }`. */
  nextFree: z.object({ date: z.string(), month: z.string(), name: z.string() }).nullable(),
  previousMonth: z.string().nullable(),
  nextMonth: z.string().nullable(),
}).meta({ id: 'SlotMonth' });
export type SlotMonth = z.infer<typeof SlotMonth>;

export const SlotMonthQuery = z.strictObject({
  service: Id.optional(),
  provider: Id.optional(),
  /** `2026-11`; left out: the month of the first free time. */
  month: z.string().regex(/^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/, 'Use a month such as 2026-11.').optional(),
  timeZone: TimeZone.optional(),
  lang: Language.optional(),
  /** A booking that is being moved: its own time counts as free. Needs a session or a booking link. */
  moving: Id.optional(),
});
export type SlotMonthQuery = z.infer<typeof SlotMonthQuery>;

export const bookingStatuses = ['confirmed', 'cancelled', 'done', 'no_show'] as const;
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
/** A signed-in client books. */
export const BookSlotInput = z.strictObject(chosenTime);
export type BookSlotInput = z.infer<typeof BookSlotInput>;
/** Anybody books, with a name and an address. */
export const BookAsGuestInput = z.strictObject({ ...chosenTime, name: Line(100), email: Email, phone: Phone.optional() });
export type BookAsGuestInput = z.infer<typeof BookAsGuestInput>;
export const MoveBookingInput = z.strictObject({ startsAt: Instant, providerId: Id.optional(), timeZone: TimeZone.optional(), lang: Language.optional() });
export type MoveBookingInput = z.infer<typeof MoveBookingInput>;
export const CancelBookingInput = z.strictObject({ reason: Lines(500).default(''), lang: Language.optional() });
export type CancelBookingInput = z.infer<typeof CancelBookingInput>;

/** A booking as the owner sees it. */
export const CalendarBooking = z.object({
  id: Id, status: BookingStatus, startsAt: Instant, endsAt: Instant, busyFrom: Instant, busyUntil: Instant,
  providerId: Id, serviceId: Id, serviceName: z.string(), clientId: Id, clientName: z.string(), contactName: z.string(),
  note: z.string(), priceMinor: z.int(), cancelReason: z.string().nullable(),
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
}).refine((input) => (input.clientId === undefined) !== (input.newClient === undefined), { path: ['clientId'], message: 'Choose a client or add a new one.' });
export type BookForClientInput = z.infer<typeof BookForClientInput>;
export const MoveForClientInput = z.strictObject({ startsAt: Instant, providerId: Id.optional(), tellClient: z.boolean().default(true) });
export type MoveForClientInput = z.infer<typeof MoveForClientInput>;
export const CancelForClientInput = z.strictObject({ reason: Lines(500).default(''), tellClient: z.boolean().default(true) });
export type CancelForClientInput = z.infer<typeof CancelForClientInput>;
export const MarkBookingInput = z.strictObject({ status: z.enum(['confirmed', 'done', 'no_show']) });

/** A private address for calendar apps. The token is shown once; making a new one revokes the old. */
export const CalendarFeed = z.object({ active: z.boolean(), url: z.string().nullable(), createdAt: Instant.nullable(), lastReadAt: Instant.nullable() }).meta({ id: 'CalendarFeed' });
export type CalendarFeed = z.infer<typeof CalendarFeed>;
