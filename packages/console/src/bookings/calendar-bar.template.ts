import { html, nothing, type TemplateResult } from 'lit';
import { addDays, startOfWeek } from '../ui/civil-time.ts';
import { firstWeekday, longDay, monthName, shortDay, today } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import type { CalendarMode } from './calendar-layout.ts';

export interface CalendarBar {
  readonly mode: CalendarMode;
  readonly date: string;
  readonly isNarrow: boolean;
  readonly providers: readonly { readonly id: string; readonly name: string; readonly colour: string }[];
  readonly isAway: (id: string) => boolean;
  readonly onGo: (date: string, mode?: CalendarMode) => void;
  readonly onToggle: (id: string) => void;
  readonly onBook: () => void;
}

/** Where in time one is, and whose days one sees. */
export function calendarBar(bar: CalendarBar): TemplateResult {
  if (bar.isNarrow) return narrowBar(bar);
  const step = bar.mode === 'week' ? 7 : 1;
  const unit = bar.mode === 'week' ? 'week' : 'day';
  const isNow = bar.mode === 'day' ? bar.date === today() : startOfWeek(bar.date, firstWeekday()) === startOfWeek(today(), firstWeekday());
  const mode = (value: CalendarMode, label: string): TemplateResult => html`<label class="segment"><input type="radio" name="calendar-mode" .checked=${bar.mode === value} @change=${() => bar.onGo(bar.date, value)}><span>${label}</span></label>`;
  return html`<div class="page-head calendar-head">
    <h1>${bar.mode === 'day' ? longDay(bar.date) : weekWords(bar.date)}</h1>
    ${bar.providers.length > 1 ? html`<div class="who" role="group" aria-label="Shown">${bar.providers.map(({ id, name, colour }) => html`<button type="button" class="quiet who-button" aria-pressed=${!bar.isAway(id)} @click=${() => bar.onToggle(id)}><portico-swatch .colour=${colour}></portico-swatch>${name}</button>`)}</div>` : nothing}
    <div class="steps"><button type="button" class="icon-button" aria-label="The ${unit} before" @click=${() => bar.onGo(addDays(bar.date, -step))}>${icon('left')}</button>
      <button type="button" ?disabled=${isNow} @click=${() => bar.onGo(today())}>Today</button>
      <button type="button" class="icon-button" aria-label="The ${unit} after" @click=${() => bar.onGo(addDays(bar.date, step))}>${icon('right')}</button></div>
    <fieldset class="segments"><legend class="visually-hidden">Show</legend><div class="segment-row">${mode('day', 'Day')}${mode('week', 'Week')}</div></fieldset>
    <button type="button" class="primary" @click=${bar.onBook}>Book</button>
  </div>`;
}

function narrowBar({ date, onGo, onBook }: CalendarBar): TemplateResult {
  return html`<div class="page-head calendar-head"><h1>${monthName(date)}</h1>
    <button type="button" class="quiet" ?disabled=${date === today()} @click=${() => onGo(today())}>Today</button></div>
    <button type="button" class="primary floating" aria-label="Book for a client" @click=${onBook}>${icon('plus')}</button>`;
}

function weekWords(date: string): string {
  const first = startOfWeek(date, firstWeekday());
  const last = addDays(first, 6);
  return first.slice(0, 7) === last.slice(0, 7) ? `${Number(first.slice(8))} – ${Number(last.slice(8))} ${monthName(last)}` : `${shortDay(first).replace(/^\S+ /, '')} – ${shortDay(last).replace(/^\S+ /, '')} ${last.slice(0, 4)}`;
}
