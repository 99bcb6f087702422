import type { BookerView } from './booker-view.ts';
import { weeksOf, type DayCell, type Week } from './slot-month.ts';

/** Goes where a key leads from a day, also into another month. */
export async function walkDays({ month, slots, flow, focus, isRtl }: BookerView, date: string, key: string): Promise<void> {
  const target = dayAfterKey(weeksOf(month), date, key, isRtl);
  if (!target) return;
  if (typeof target === 'object') flow.chooseDay(target.date);
  else {
    const other = target === 'previous' ? month.previousMonth : month.nextMonth;
    if (!other || !await slots.showMonth(other)) return;
  }
  focus(`[data-date="${slots.date}"]`);
}

/** Goes where a key leads from a time. */
export function walkTimes({ times, isRtl }: BookerView, from: HTMLElement, key: string): void {
  timeAfterKey(times(), from, key, isRtl)?.focus();
}

/** Where a key leads among the days of a month, or that it leaves the month. */
export function dayAfterKey(weeks: readonly Week[], date: string, key: string, isRtl: boolean): DayCell | 'previous' | 'next' | undefined {
  const cells = weeks.flat().filter((cell) => cell !== undefined);
  const week = weeks.find((days) => days.some((cell) => cell?.date === date))?.filter((cell) => cell !== undefined);
  const forward = isRtl ? -1 : 1;
  const steps: Readonly<Record<string, number>> = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 7, ArrowUp: -7 };
  if (key === 'PageUp') return 'previous';
  if (key === 'PageDown') return 'next';
  if (key === 'Home') return week?.[0];
  if (key === 'End') return week?.at(-1);
  const step = steps[key];
  if (step === undefined) return undefined;
  const target = cells.findIndex((cell) => cell.date === date) + step;
  return target < 0 ? 'previous' : cells[target] ?? 'next';
}

/** Where an arrow key leads among the times: by reading order sideways, by what is seen up and down. */
function timeAfterKey(times: readonly HTMLElement[], from: HTMLElement, key: string, isRtl: boolean): HTMLElement | undefined {
  const at = times.indexOf(from);
  const forward = isRtl ? -1 : 1;
  if (key === 'Home') return times[0];
  if (key === 'End') return times.at(-1);
  if (key === 'ArrowRight') return times[at + forward];
  if (key === 'ArrowLeft') return times[at - forward];
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const here = from.getBoundingClientRect();
  const down = key === 'ArrowDown' ? 1 : -1;
  const away = times.map((time) => ({ time, box: time.getBoundingClientRect() }))
    .filter(({ box }) => (box.top - here.top) * down > here.height / 2);
  const distance = ({ box }: (typeof away)[number]): number => Math.abs(box.top - here.top) * 1000 + Math.abs(box.left - here.left);
  return away.sort((one, other) => distance(one) - distance(other))[0]?.time;
}
