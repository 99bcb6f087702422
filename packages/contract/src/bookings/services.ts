import { z } from 'zod';
import { AmountMinor, Id, Line, Lines } from '../primitives.ts';

export const placeKinds = ['in_person', 'video', 'phone'] as const;
export const PlaceKind = z.enum(placeKinds);

/** What a client pays to have a time: all of it, some percent of the price, or so much. */
export const Prepayment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('full') }),
  z.strictObject({ kind: z.literal('share'), percent: z.int('Use a whole percent.').min(1, 'Ask for at least 1 %.').max(99, 'Ask for at most 99 %, or for all of it.') }),
  z.strictObject({ kind: z.literal('amount'), minor: AmountMinor.min(1, 'Use an amount above zero.') }),
]);
export type Prepayment = z.infer<typeof Prepayment>;

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
  /** Null: clients book without paying. It needs a card provider: without one nobody could pay, and bookings go on as if it were null. */
  prepayment: Prepayment.nullable(),
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
  prepayment: serviceShape.prepayment.optional(),
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
  /** What is paid when it is booked; the time is held for ten minutes meanwhile. Null: nothing. */
  prepay: z.object({ amountMinor: z.int(), label: z.string(), isDeposit: z.boolean() }).nullable(),
  providerIds: z.array(Id),
}).meta({ id: 'Service' });
export type Service = z.infer<typeof Service>;
