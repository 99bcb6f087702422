import type { WeeklyHours } from '@portico/contract/bookings/hours.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { addDays } from './civil-time.ts';
import { cssVars } from './css-vars.ts';
import { duration, weekdayLong, weekdayShort } from './formats.ts';
import { addRange, copyToWeekdays, rangesOf, setDay, troubleWith, type Range } from './hours-rules.ts';
import { icon } from './icon.template.ts';
import { LightElement } from './light-element.ts';
import { timeField } from './time-field.template.ts';

const someMonday = '2024-01-01';
const weekdays = [1, 2, 3, 4, 5, 6, 7];
export const weekdayName = (weekday: number, form: 'long' | 'short' = 'long'): string =>
  (form === 'long' ? weekdayLong : weekdayShort)(addDays(someMonday, weekday - 1));

/** A week of working hours: several ranges a day, drawn beside what is typed. Fires `change-hours`. */
export class PorticoHours extends LightElement {
  static override properties = { hours: { attribute: false }, error: {} };
  declare hours: readonly WeeklyHours[];
  declare error: string;

  constructor() {
    super();
    this.hours = [];
    this.error = '';
  }

  protected override render(): TemplateResult {
    const total = this.hours.reduce((sum, range) => sum + range.endMinute - range.startMinute, 0);
    return html`<div class="hours" role="group" aria-label="Weekly hours">
      ${weekdays.map((weekday) => this.#day(weekday))}
      <div class="hours-foot"><span class="meta">${total > 0 ? `${duration(total)} a week` : 'Closed all week'}</span>
        ${rangesOf(this.hours, 1).length > 0 ? html`<button type="button" class="link" @click=${() => this.#become(copyToWeekdays(this.hours))}>Copy Monday to Friday</button>` : nothing}</div>
      ${this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing}
    </div>`;
  }

  #day(weekday: number): TemplateResult {
    const ranges = rangesOf(this.hours, weekday);
    const name = weekdayName(weekday);
    const trouble = troubleWith(ranges);
    const toggle = (event: Event): void =>
      this.#become(setDay(this.hours, weekday, (event.target as HTMLInputElement).checked ? addRange([]) : []));
    return html`<div class="hours-day">
      <label class="hours-name"><input type="checkbox" .checked=${ranges.length > 0} @change=${toggle}><span>${name}</span></label>
      <div class="hours-ranges">
        ${ranges.length === 0 ? html`<span class="meta">Closed</span>` : nothing}
        ${ranges.map((range, index) => this.#range(weekday, ranges, range, index, name))}
        ${trouble ? html`<p class="error" id="hours-trouble-${weekday}">${trouble}</p>` : nothing}
      </div>
      <button type="button" class="icon-button" aria-label="Add hours on ${name}" @click=${() => this.#become(setDay(this.hours, weekday, addRange(ranges)))}>${icon('plus')}</button>
      <div class="hours-bar" aria-hidden="true">${ranges.map((range) => html`<i ${cssVars({ '--from': range.startMinute, '--long': range.endMinute - range.startMinute })}></i>`)}</div>
    </div>`;
  }

  #range(weekday: number, ranges: readonly Range[], range: Range, index: number, name: string): TemplateResult {
    const change = (part: Partial<Range>): void =>
      this.#become(setDay(this.hours, weekday, ranges.map((old, place) => (place === index ? { ...old, ...part } : old))));
    const trouble = Boolean(troubleWith(ranges));
    const describedBy = trouble ? `hours-trouble-${weekday}` : undefined;
    return html`<span class="hours-range">
      ${timeField({ minute: range.startMinute, label: `${name}, from`, isInvalid: trouble, describedBy, onChange: (startMinute) => change({ startMinute }) })}
      <span aria-hidden="true">–</span>
      ${timeField({ minute: range.endMinute, label: `${name}, until`, isInvalid: trouble, describedBy, onChange: (endMinute) => change({ endMinute }) })}
      ${ranges.length > 1 ? html`<button type="button" class="icon-button" aria-label="Remove these hours on ${name}"
        @click=${() => this.#become(setDay(this.hours, weekday, ranges.filter((_, place) => place !== index)))}>${icon('close')}</button>` : nothing}
    </span>`;
  }

  #become(hours: readonly WeeklyHours[]): void {
    this.hours = hours;
    this.dispatchEvent(new CustomEvent('change-hours', { detail: hours, bubbles: true }));
  }
}

customElements.define('portico-hours', PorticoHours);
