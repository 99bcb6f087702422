import { z } from 'zod';
import { CivilDate, Id, Instant, Lines } from '../primitives.ts';

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
export const MoveBlockInput = z.strictObject({ providerId: Id.optional(), startsAt: Instant, endsAt: Instant, note: Lines(200).optional() })
  .refine(blockInOrder, { path: ['endsAt'], message: 'End after the start, within 31 days. For longer, add a closed period.' });
export type MoveBlockInput = z.infer<typeof MoveBlockInput>;
