import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { addDays, startOfWeek } from './civil-time.ts';
import { dayExample, dayFrom, dayText, dayTrouble, isDay } from './day-text.ts';
import { firstWeekday, today } from './formats.ts';
import { icon } from './icon.template.ts';
import { keepTyping } from './keep-typing.ts';
import { LightElement } from './light-element.ts';
import { addMonths, monthView } from './month-view.template.ts';
import { placePopover } from './place-popover.ts';

/** A day, typed as people write it or chosen from a month. Fires `choose-day` with `2026-11-26`, or with the text that is no day. */
export class PorticoDate extends LightElement {
  static override properties = { value: {}, label: {}, fieldId: { attribute: false }, min: {}, max: {}, error: {}, describedBy: { attribute: false }, isOpen: { state: true }, active: { state: true } };
  declare value: string;
  declare label: string;
  declare fieldId: string;
  declare min: string | undefined;
  declare max: string | undefined;
  /** What the form says about it; without, the field says itself what cannot be read. */
  declare error: string;
  declare describedBy: string | undefined;
  declare isOpen: boolean;
  declare active: string;
  #stopPlacing: (() => void) | undefined;
  #focusActive = false;

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.fieldId = `day${Math.random().toString(36).slice(2)}`;
    this.error = '';
    this.isOpen = false;
    this.active = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopPlacing?.();
  }

  protected override render(): TemplateResult {
    const own = !this.error && this.value ? dayTrouble(this.value, this) : '';
    const isInvalid = Boolean(this.error || own);
    return html`<span class="affixed date-line" @focusout=${this.#left}>
        <input id=${this.fieldId} type="text" autocomplete="off" maxlength="40" placeholder=${dayExample()} .value=${keepTyping(dayText(this.value))} aria-label=${this.label}
          aria-invalid=${isInvalid ? 'true' : nothing} aria-describedby=${own ? `${this.fieldId}-own` : this.describedBy ?? nothing}
          @change=${this.#typed} @keydown=${this.#pressed} @click=${this.#clicked} @focus=${(event: Event) => (event.target as HTMLInputElement).select()}>
        <button type="button" class="icon-button" aria-label="${this.label}: choose from a month" aria-haspopup="dialog" aria-expanded=${this.isOpen} @click=${this.#toggle}>${icon('calendar')}</button></span>
      <div class="date-popover" popover="manual" role="dialog" aria-label=${this.label} @focusout=${this.#left} @mousedown=${keepFocus} @keydown=${this.#pressedInMonth}>${this.isOpen ? monthView({
        active: this.active, chosen: this.value, limits: this, onChoose: this.#choose, onMonth: (months) => this.#show(addMonths(this.active, months), false),
      }) : nothing}</div>
      ${own ? html`<p class="error" id="${this.fieldId}-own" role="alert">${own}</p>` : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    const input = this.querySelector('input');
    if (input && changed.has('value')) input.value = dayText(this.value);
    if (changed.has('isOpen') && this.isOpen) this.#open();
    if (!this.#focusActive || !this.isOpen) return;
    this.#focusActive = false;
    this.querySelector<HTMLElement>('[data-day][tabindex="0"]')?.focus();
  }

  #open(): void {
    const line = this.querySelector<HTMLElement>('.date-line');
    const popover = this.querySelector<HTMLElement>('.date-popover');
    if (line && popover) this.#stopPlacing = placePopover(line, popover);
  }

  #close(focusOn?: 'button' | 'input'): void {
    if (!this.isOpen) return;
    this.#stopPlacing?.();
    this.querySelector<HTMLElement>('.date-popover')?.hidePopover();
    this.isOpen = false;
    if (focusOn) this.querySelector<HTMLElement>(focusOn)?.focus();
  }

  /** The month around a day; the keyboard may go on from there. */
  #show(day: string, takeFocus = true): void {
    const late = this.max && day > this.max ? this.max : day;
    this.active = this.min && late < this.min ? this.min : late;
    this.isOpen = true;
    this.#focusActive = takeFocus;
  }

  #begin(takeFocus: boolean): void {
    this.#show(isDay(this.value) ? this.value : today(), takeFocus);
  }

  readonly #toggle = (): void => {
    if (this.isOpen) this.#close();
    else this.#begin(true);
  };

  /** With a mouse the month opens beside the typing; on a phone it would fight with the keyboard. */
  readonly #clicked = (): void => {
    if (!this.isOpen && matchMedia('(pointer: fine)').matches) this.#begin(false);
  };

  /** Another month can take away the day that had the focus: only what is so after rendering counts. */
  readonly #left = async (event: FocusEvent): Promise<void> => {
    if (this.contains(event.relatedTarget as Node | null)) return;
    await this.updateComplete;
    if (!this.contains(document.activeElement)) this.#close();
  };

  readonly #typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    const day = dayFrom(text, this) ?? text;
    input.value = dayText(day);
    this.#become(day);
    if (this.isOpen && isDay(this.value)) this.#show(this.value, false);
  };

  readonly #choose = (day: string): void => {
    this.#close('button');
    this.#become(day);
  };

  #become(day: string): void {
    this.requestUpdate();
    if (day === this.value) return;
    this.value = day;
    this.dispatchEvent(new CustomEvent('choose-day', { detail: day, bubbles: true }));
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') this.#begin(true);
    else if (event.key === 'Escape' && this.isOpen) this.#close('input');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #pressedInMonth = (event: KeyboardEvent): void => {
    const { active } = this;
    const first = startOfWeek(active, firstWeekday());
    const wanted: Readonly<Record<string, string>> = {
      ArrowLeft: addDays(active, this.#isRightToLeft ? 1 : -1), ArrowRight: addDays(active, this.#isRightToLeft ? -1 : 1), ArrowUp: addDays(active, -7), ArrowDown: addDays(active, 7),
      Home: first, End: addDays(first, 6), PageUp: addMonths(active, event.shiftKey ? -12 : -1), PageDown: addMonths(active, event.shiftKey ? 12 : 1),
    };
    const next = (event.target as HTMLElement).dataset['day'] ? wanted[event.key] : undefined;
    if (event.key === 'Escape') this.#close('button');
    else if (next) this.#show(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  get #isRightToLeft(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }
}

/** Between the days nothing takes the focus, so a miss does not close the month. */
function keepFocus(event: MouseEvent): void {
  if (!(event.target as HTMLElement).closest('button')) event.preventDefault();
}

customElements.define('portico-date', PorticoDate);
