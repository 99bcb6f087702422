/** What people type for times and money, read kindly. Undefined: not understood. */

/** `9`, `9:30`, `14.30`, `930`, `2pm`, `24:00` to minutes of the day. */
export function minuteFrom(text: string): number | undefined {
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(a|p)?\.?m?\.?$/.exec(text.trim().toLowerCase());
  if (!found) return undefined;
  const [, hourText = '', minuteText = '0', half] = found;
  const hour = half ? (Number(hourText) % 12) + (half === 'p' ? 12 : 0) : Number(hourText);
  const minute = hour * 60 + Number(minuteText);
  return Number(minuteText) > 59 || minute > 1440 ? undefined : minute;
}

/** `09:30`, always 24 hours: what the field shows must be what it reads. */
export function minuteText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A whole number inside the bounds. */
export function wholeFrom(text: string, low: number, high: number): number | undefined {
  const value = /^\d{1,7}$/.test(text.trim()) ? Number(text) : undefined;
  return value !== undefined && value >= low && value <= high ? value : undefined;
}
