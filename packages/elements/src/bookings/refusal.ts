import type { BookerView } from './booker-view.ts';
import type { BookingsDoor } from './bookings-door.ts';
import type { RefusedTime } from './refused-time.template.ts';
import { sayMoment } from '../base/say-moment.ts';
import { findTime, nearestFree } from './slot-month.ts';
import type { SlotsController } from './slots-controller.ts';

/** A time that somebody wanted and cannot have. */
export interface Refusal {
  readonly key: 'justTaken' | 'notFreeForService';
  readonly startsAt: string;
  readonly time: string;
  readonly day: string;
  /** The server's closest free times; without any, those on the screen. */
  readonly nearest?: readonly string[];
}

/** Says kindly that a time is gone, and what is free instead. */
export function refusedBy(door: BookingsDoor, { month, service }: SlotsController, refusal: Refusal): RefusedTime {
  const { key, startsAt, time, day, nearest = [] } = refusal;
  const near = month && nearest.length === 0 ? nearestFree(month, startsAt).map((one) => one.time.startsAt) : nearest;
  const say = (at: string, options: Intl.DateTimeFormatOptions, lang = door.lang()): string => sayMoment(at, lang, { ...options, timeZone: month?.timeZone });
  return {
    sentence: door.say(key, { time, day, service: service?.name ?? '' }),
    nearest: near.map((at) => {
      const found = findTime(month, at);
      return {
        startsAt: at,
        // `2026-11`, by the clock of the zone.
        month: say(at, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA').slice(0, 7),
        label: found?.time.label ?? say(at, { timeStyle: 'short' }),
        day: found?.day.name ?? say(at, { weekday: 'long', day: 'numeric', month: 'long' }),
      };
    }),
  };
}

type Way = Pick<BookerView, 'flow' | 'slots' | 'focus'>;

/** A free time that may lie in another month. */
export async function chooseNear({ flow, slots, focus }: Way, { startsAt, month }: RefusedTime['nearest'][number]): Promise<void> {
  if (!findTime(slots.month, startsAt)) await slots.showMonth(month);
  flow.chooseTime(findTime(slots.month, startsAt)?.time.free ? startsAt : undefined);
  focus(`[data-time="${startsAt}"]`);
}

/** The kind of session, answered where the time is confirmed. */
export async function chooseKind({ flow, slots }: Way, serviceId: string): Promise<void> {
  const before = findTime(slots.month, slots.time);
  const isFree = await slots.chooseService(serviceId, slots.time);
  if (isFree || !before) return;
  await flow.refuse({ key: 'notFreeForService', startsAt: before.time.startsAt, time: before.time.label, day: before.day.name });
}
