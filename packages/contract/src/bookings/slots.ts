import { z } from 'zod';
import { Id, Language, TimeZone } from '../primitives.ts';

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
  /** Where the booking that is being moved stands now: neither free nor taken by somebody else. */
  own: z.boolean().optional(),
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
  /**
   * A booking that is being moved: its own time is in nobody's way, and its service is found even when it is no longer
   * offered. Needs the session or the link that may move it.
   */
  moving: Id.optional(),
});
export type SlotMonthQuery = z.infer<typeof SlotMonthQuery>;
