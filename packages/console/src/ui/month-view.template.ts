import { html, nothing, type TemplateResult } from 'lit';
import { addDays, startOfWeek } from './civil-time.ts';
import { dayTrouble, type DayLimits } from './day-text.ts';
import { firstWeekday, longDay, monthName, today, weekdayLong, weekdayShort } from './formats.ts';
import { icon } from './icon.template.ts';

export interface MonthView {
  /** The day that the keyboard stands on; its month is shown. */
  readonly active: string;
  readonly chosen: string;
  readonly limits: DayLimits;
  readonly onChoose: (day: string) => void;
  readonly onMonth: (months: -1 | 1) => void;
}

/** The same day so many months on, or the month's last one. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** One month to choose a day from. */
export function monthView(view: MonthView): TemplateResult {
  const { active, onMonth } = view;
  const first = startOfWeek(`${active.slice(0, 7)}-01`, firstWeekday());
  const days = (from: string): readonly string[] => Array.from({ length: 7 }, (_, index) => addDays(from, index));
  const weeks = Array.from({ length: 6 }, (_, index) => days(addDays(first, index * 7))).filter((week, index) => index === 0 || week.some((day) => inMonth(day, active)));
  return html`<div class="month-head"><button type="button" class="icon-button" aria-label="The month before" @click=${() => onMonth(-1)}>${icon('left')}</button>
      <p class="name" aria-live="polite">${monthName(active)}</p>
      <button type="button" class="icon-button" aria-label="The month after" @click=${() => onMonth(1)}>${icon('right')}</button></div>
    <table role="grid" aria-label=${monthName(active)}><thead><tr>${days(first).map((day) => html`<th scope="col" abbr=${weekdayLong(day)}>${weekdayShort(day)}</th>`)}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map((day) => dayCell(view, day))}</tr>`)}</tbody></table>`;
}

function dayCell({ active, chosen, limits, onChoose }: MonthView, day: string): TemplateResult {
  if (!inMonth(day, active)) return html`<td></td>`;
  const isOff = dayTrouble(day, limits) !== '';
  return html`<td aria-selected=${day === chosen ? 'true' : 'false'}><button type="button" class="month-day" data-day=${day} tabindex=${day === active ? '0' : '-1'} aria-label=${longDay(day)}
    aria-current=${day === today() ? 'date' : nothing} aria-disabled=${isOff ? 'true' : nothing} @click=${() => { if (!isOff) onChoose(day); }}>${Number(day.slice(8))}</button></td>`;
}

const inMonth = (day: string, other: string): boolean => day.slice(0, 7) === other.slice(0, 7);
