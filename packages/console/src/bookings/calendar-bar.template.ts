import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { addDays, startOfWeek } from '../ui/civil-time.ts';
import { firstWeekday, longDay, monthName, monthShort, shortDay, today } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import type { CalendarMode } from './calendar-layout.ts';

export type PhoneView = 'list' | 'hours';

export interface CalendarBar {
  readonly mode: CalendarMode;
  readonly date: string;
  readonly isNarrow: boolean;
  /** On a phone: a list, or hours to drag in. */
  readonly phoneView: PhoneView;
  readonly onPhoneView: (view: PhoneView) => void;
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
  return html`<div class="page-head calendar-head">
    <h1>${bar.mode === 'day' ? longDay(bar.date) : weekWords(bar.date)}</h1>
    ${whoButtons(bar)}
    <div class="steps"><button type="button" class="icon-button" aria-label="The ${unit} before" @click=${() => bar.onGo(addDays(bar.date, -step))}>${icon('left')}</button>
      <button type="button" ?disabled=${isNow} @click=${() => bar.onGo(today())}>Today</button>
      <button type="button" class="icon-button" aria-label="The ${unit} after" @click=${() => bar.onGo(addDays(bar.date, step))}>${icon('right')}</button></div>
    ${segments([['day', 'Day'], ['week', 'Week']], bar.mode, (mode) => bar.onGo(bar.date, mode))}
    <button type="button" class="primary" @click=${bar.onBook}>Book</button>
  </div>`;
}

function narrowBar(bar: CalendarBar): TemplateResult {
  const { date, onGo, onBook, phoneView, onPhoneView } = bar;
  return html`<div class="page-head calendar-head"><h1 aria-label=${monthName(date)}>${monthShort(date)}</h1>
    <button type="button" class="quiet" ?disabled=${date === today()} @click=${() => onGo(today())}>Today</button>
    ${segments([['list', 'List'], ['hours', 'Hours']], phoneView, onPhoneView)}
    ${phoneView === 'hours' && bar.providers.length > widestOnPhone ? whoButtons(bar) : nothing}</div>
    <button type="button" class="primary floating-on-phone" aria-label="Book for a client" @click=${onBook}>${icon('plus')}</button>`;
}

/** So many columns are still readable on a phone. */
export const widestOnPhone = 3;

function whoButtons({ providers, isAway, onToggle }: CalendarBar): TemplateResult | typeof nothing {
  if (providers.length < 2) return nothing;
  return html`<div class="who ${providers.length > widestOnPhone ? 'many' : ''}" role="group" aria-label="Shown">${providers.map(({ id, name, colour }) => html`<button type="button" class="quiet who-button" aria-pressed=${!isAway(id)} @click=${() => onToggle(id)}><portico-swatch .colour=${colour}></portico-swatch>${name}</button>`)}</div>`;
}

function segments<Value extends string>(choices: readonly (readonly [Value, string])[], chosen: Value, onChoose: (value: Value) => void): TemplateResult {
  return html`<fieldset class="segments"><legend class="visually-hidden">Show</legend><div class="segment-row">${choices.map(([value, label]) => html`<label class="segment"><input type="radio" name="calendar-mode" .checked=${live(chosen === value)} @change=${() => onChoose(value)}><span>${label}</span></label>`)}</div></fieldset>`;
}

function weekWords(date: string): string {
  const first = startOfWeek(date, firstWeekday());
  const last = addDays(first, 6);
  return first.slice(0, 7) === last.slice(0, 7) ? `${Number(first.slice(8))} – ${Number(last.slice(8))} ${monthName(last)}` : `${shortDay(first).replace(/^\S+ /, '')} – ${shortDay(last).replace(/^\S+ /, '')} ${last.slice(0, 4)}`;
}
