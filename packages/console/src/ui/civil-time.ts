const minuteMs = 60_000;
const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

export interface CivilMoment {
  /** `2026-11-27` */
  readonly date: string;
  readonly minute: number;
}

/** What the clock on the wall shows in `zone`. */
export function civilOf(instant: string | number, zone: string): CivilMoment {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  const wall = at + offsetAt(at, zone) * minuteMs;
  return { date: isoDate(wall), minute: Math.floor((((wall % dayMs) + dayMs) % dayMs) / minuteMs) };
}

/** The instant of a wall-clock time. A missing hour moves forward, of a doubled one the first is meant. */
export function instantOf(date: string, minute: number, zone: string): string {
  const wall = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs;
  const before = offsetAt(wall - dayMs, zone);
  const candidates = [before, offsetAt(wall + dayMs, zone)]
    .filter((offset) => offsetAt(wall - offset * minuteMs, zone) === offset)
    .map((offset) => wall - offset * minuteMs);
  const at = candidates.length > 0 ? Math.min(...candidates) : wall - before * minuteMs;
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

export function addDays(date: string, days: number): string {
  return isoDate(Date.parse(`${date}T00:00:00Z`) + days * dayMs);
}

export function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * minuteMs).toISOString().replace('.000Z', 'Z');
}

export function minutesBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / minuteMs);
}

/** 1 is Monday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function startOfWeek(date: string, firstWeekday: number): string {
  return addDays(date, -((weekdayOf(date) - firstWeekday + 7) % 7));
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Offsets change at quarter hours only, so one answer serves fifteen minutes. */
function offsetAt(at: number, zone: string): number {
  const quarter = Math.floor(at / (15 * minuteMs));
  const key = `${zone}|${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = measureOffset(quarter * 15 * minuteMs, zone);
  if (offsets.size > 5000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function measureOffset(at: number, zone: string): number {
  const part = new Map(formatterOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const field = (name: Intl.DateTimeFormatPartTypes): number => part.get(name) ?? 0;
  const wall = Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute'), field('second'));
  return (wall - at) / minuteMs;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  formatters.set(zone, formatter);
  return formatter;
}
