import { todayIn } from '../domain/civil-dates.ts';
import { morningAfter } from '../domain/mornings.ts';

/** Before the day, on it, and once more after; without a day, after it was asked. */
const datedDays = [-3, 0, 3] as const;
const undatedDays = [3, 7, 14] as const;

/** The mornings on which somebody is reminded of what is asked of them, the latest last. */
export function reminderMornings({ dueOn, askedAt }: { readonly dueOn: string | null; readonly askedAt: number }, timeZone: string): number[] {
  const [from, days] = dueOn === null ? [todayIn(timeZone, askedAt), undatedDays] : [dueOn, datedDays];
  return days.map((after) => morningAfter(from, after, timeZone));
}
