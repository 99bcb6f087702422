import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { slots } from '../api/bookings.ts';
import { addDays, civilOf, instantOf } from '../ui/civil-time.ts';
import { isDay } from '../ui/day-text.ts';
import { dayInWords, inSentence, longDay, theHouse, today } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-date.ts';
import { QueryController } from '../ui/query-controller.ts';
import { timeField } from '../ui/time-field.template.ts';

/** A day and a time for a booking: free times as advice, any other time by typing. Fires `pick`. */
export class PorticoTimePicker extends LightElement {
  static override properties = { serviceId: {}, providerId: {}, startsAt: {}, date: { state: true } };
  declare serviceId: string;
  declare providerId: string;
  declare startsAt: string;
  declare date: string;
  readonly #month = new QueryController<SlotMonth>(this, () => (this.serviceId && this.date ? slots(this.serviceId, this.providerId || undefined, this.date.slice(0, 7)) : undefined));

  constructor() {
    super();
    this.serviceId = '';
    this.providerId = '';
    this.startsAt = '';
    this.date = '';
  }

  protected override willUpdate(): void {
    if (!this.date) this.date = this.startsAt ? civilOf(this.startsAt, theHouse().timeZone).date : today();
  }

  protected override render(): TemplateResult {
    const free = this.#month.value?.days.find(({ date }) => date === this.date)?.times.filter((slot) => slot.free) ?? [];
    const chosen = this.startsAt ? civilOf(this.startsAt, theHouse().timeZone).minute : undefined;
    return html`<div class="time-picker" role="group" aria-label="Day and time">
      <div class="day-line">
        <button type="button" class="icon-button" aria-label="The day before" @click=${() => this.#toDay(addDays(this.date, -1))}>${icon('left')}</button>
        <portico-date .label=${'Day'} .value=${this.date} @choose-day=${this.#dayChosen}></portico-date>
        <button type="button" class="icon-button" aria-label="The day after" @click=${() => this.#toDay(addDays(this.date, 1))}>${icon('right')}</button>
        <span class="field">${timeField({ minute: chosen, label: 'Time', onChange: (minute) => this.#pick(instantOf(this.date, minute, theHouse().timeZone)) })}</span>
      </div>
      <p class="meta" aria-live="polite">${this.#advice(free.length)}</p>
      ${free.length > 0 ? html`<div class="chips">${free.map((slot) => html`<button type="button" class="chip" aria-pressed=${slot.startsAt === this.startsAt}
        aria-label="${longDay(this.date)}, ${slot.label}, free" @click=${() => this.#pick(slot.startsAt)}>${slot.label}</button>`)}</div>` : nothing}
    </div>`;
  }

  #advice(freeCount: number): TemplateResult {
    const month = this.#month.value;
    if (!this.serviceId) return html`Choose a service to see free times.`;
    if (!month) return html`&nbsp;`;
    if (freeCount > 0) return html`${dayInWords(this.date)}: free times, or type any other.`;
    const next = month.days.find(({ date, times }) => date > this.date && times.some(({ free }) => free)) ?? month.nextFree;
    return html`No free times ${inSentence(dayInWords(this.date))}. ${next ? html`<button type="button" class="link" @click=${() => this.#toDay(next.date)}>Next free: ${next.name}</button>` : nothing} You can still type a time.`;
  }

  readonly #dayChosen = ({ detail: day }: CustomEvent<string>): void => {
    if (isDay(day)) this.#toDay(day);
  };

  /** The time of day is kept. */
  #toDay(date: string): void {
    this.date = date;
    const { timeZone } = theHouse();
    if (this.startsAt) this.#pick(instantOf(date, civilOf(this.startsAt, timeZone).minute, timeZone));
  }

  #pick(startsAt: string): void {
    this.startsAt = startsAt;
    const slot = this.#month.value?.days.flatMap(({ times }) => times).find((each) => each.startsAt === startsAt);
    this.dispatchEvent(new CustomEvent('pick', { detail: { startsAt, providerIds: slot?.providerIds ?? [] }, bubbles: true }));
  }
}

customElements.define('portico-time-picker', PorticoTimePicker);
