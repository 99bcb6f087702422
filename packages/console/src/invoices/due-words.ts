import { plural, shortDay, today } from '../ui/formats.ts';

/** `due Fri, 4 Dec`, `due today`, `8 days late`. */
export function dueWords(dueOn: string): string {
  const late = Math.round((Date.parse(today()) - Date.parse(dueOn)) / 86_400_000);
  if (late > 0) return `${plural(late, 'day')} late`;
  return late === 0 ? 'due today' : `due ${shortDay(dueOn)}`;
}
