import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { icon } from './icon.template.ts';
import { LightElement } from './light-element.ts';
import { placePopover } from './place-popover.ts';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly colour?: string;
}

const shownAtOnce = 120;

/** One of many: a button that opens a list, with a search line where the list is long. Fires `choose`. */
export class PorticoChoice extends LightElement {
  static override properties = {
    options: { attribute: false }, value: {}, label: {}, fieldId: { attribute: false }, placeholder: {},
    searchable: { type: Boolean }, invalid: { type: Boolean }, isOpen: { state: true }, active: { state: true }, term: { state: true },
  };
  declare options: readonly ChoiceOption[];
  declare value: string;
  declare label: string;
  declare fieldId: string;
  declare placeholder: string;
  declare searchable: boolean;
  declare invalid: boolean;
  declare isOpen: boolean;
  declare active: number;
  declare term: string;
  #stopPlacing: (() => void) | undefined;
  #typed = '';
  #typedAt = 0;

  constructor() {
    super();
    this.options = [];
    this.value = '';
    this.label = '';
    this.fieldId = `choice${Math.random().toString(36).slice(2)}`;
    this.placeholder = 'Choose';
    this.searchable = false;
    this.invalid = false;
    this.isOpen = false;
    this.active = -1;
    this.term = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopPlacing?.();
  }

  protected override render(): TemplateResult {
    const chosen = this.options.find(({ value }) => value === this.value);
    const focusOnButton = this.isOpen && !this.searchable;
    return html`<button type="button" class="choice" id=${this.fieldId} role="combobox" aria-haspopup="listbox" aria-expanded=${this.isOpen}
        aria-controls="${this.fieldId}-list" aria-label="${this.label}: ${chosen?.label ?? this.placeholder}" aria-invalid=${this.invalid ? 'true' : nothing}
        aria-activedescendant=${focusOnButton && this.active >= 0 ? this.#optionId(this.active) : nothing}
        @click=${this.#toggle} @keydown=${this.#pressed} @blur=${this.#left}>
        <span class="chosen ${chosen ? '' : 'placeholder'}">${swatch(chosen)}${chosen?.label ?? this.placeholder}</span>${icon('down')}</button>
      <div class="choice-popover" popover="manual">${this.isOpen ? this.#list() : html`<div id="${this.fieldId}-list" role="listbox" aria-label=${this.label}></div>`}</div>`;
  }

  #list(): TemplateResult {
    const found = this.#found();
    const search = html`<input class="choice-search" type="text" role="combobox" autocomplete="off" aria-expanded="true" aria-autocomplete="list"
      aria-controls="${this.fieldId}-list" aria-label="Search ${this.label.toLowerCase()}" placeholder="Type to search" .value=${this.term}
      aria-activedescendant=${this.active >= 0 ? this.#optionId(this.active) : nothing}
      @input=${(event: Event) => { this.term = (event.target as HTMLInputElement).value; this.active = 0; }} @keydown=${this.#pressed} @blur=${this.#left}>`;
    return html`${this.searchable ? search : nothing}
      <div class="choice-list" id="${this.fieldId}-list" role="listbox" aria-label=${this.label}>
        ${found.map((option, index) => html`<div class="choice-option" role="option" id=${this.#optionId(index)} aria-selected=${option.value === this.value}
          ?data-active=${index === this.active} @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.#choose(option)}>
          <span>${swatch(option)}${option.label}</span>${option.detail ? html`<span class="detail">${option.detail}</span>` : nothing}</div>`)}
      </div>${found.length === 0 ? html`<p class="choice-none">Nothing matches “${this.term}”.</p>` : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('isOpen') && this.isOpen) this.#open();
    if (this.isOpen && changed.has('active')) this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  #found(): readonly ChoiceOption[] {
    const words = this.term.toLowerCase().split(/[\s/_]+/).filter(Boolean);
    const matching = words.length === 0 ? this.options : this.options.filter(({ label, detail, value }) => {
      const text = `${label} ${detail ?? ''} ${value}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    if (matching.length <= shownAtOnce) return matching;
    const chosen = matching.find(({ value }) => value === this.value);
    return chosen && !this.term ? [chosen, ...matching.filter((option) => option !== chosen).slice(0, shownAtOnce)] : matching.slice(0, shownAtOnce);
  }

  #optionId(index: number): string {
    return `${this.fieldId}-option-${index}`;
  }

  readonly #toggle = (): void => {
    if (this.isOpen) this.#close();
    else this.#show();
  };

  #show(): void {
    this.term = '';
    this.isOpen = true;
    this.active = Math.max(0, this.#found().findIndex(({ value }) => value === this.value));
  }

  #open(): void {
    const button = this.querySelector('button');
    const popover = this.querySelector<HTMLElement>('.choice-popover');
    if (!button || !popover) return;
    this.#stopPlacing = placePopover(button, popover);
    this.querySelector<HTMLInputElement>('.choice-search')?.focus();
    this.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  #close(takeFocus = true): void {
    this.#stopPlacing?.();
    this.querySelector<HTMLElement>('.choice-popover')?.hidePopover();
    this.isOpen = false;
    if (takeFocus) this.querySelector('button')?.focus();
  }

  readonly #left = (event: FocusEvent): void => {
    if (this.isOpen && !this.contains(event.relatedTarget as Node | null)) this.#close(false);
  };

  #choose(option: ChoiceOption): void {
    this.#close();
    if (option.value === this.value) return;
    this.value = option.value;
    this.dispatchEvent(new CustomEvent('choose', { detail: option.value, bubbles: true }));
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey) return;
    if (!this.isOpen) this.#pressedClosed(event);
    else this.#pressedOpen(event);
  };

  #pressedClosed(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#show();
    } else if (event.key.length === 1 && event.key !== ' ') this.#jump(event);
  }

  #pressedOpen(event: KeyboardEvent): void {
    const found = this.#found();
    const moves: Readonly<Record<string, number>> = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + 8, PageUp: this.active - 8, ...(!this.searchable && { Home: 0, End: found.length - 1 }) };
    const next = moves[event.key];
    const option = found[this.active];
    if (next !== undefined) this.active = Math.min(found.length - 1, Math.max(0, next));
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Tab') this.#close(false);
    else if (option && (event.key === 'Enter' || (event.key === ' ' && !this.searchable))) this.#choose(option);
    else if (!this.searchable && event.key.length === 1) return this.#jump(event);
    else return undefined;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
    return undefined;
  }

  /** Letters typed in one go lead to the option that begins with them. */
  #jump(event: KeyboardEvent): void {
    this.#typed = event.timeStamp - this.#typedAt < 700 ? this.#typed + event.key : event.key;
    this.#typedAt = event.timeStamp;
    const found = this.options.findIndex(({ label }) => label.toLowerCase().startsWith(this.#typed.toLowerCase()));
    if (found < 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.isOpen) this.#show();
    this.active = found;
  }
}

function swatch(option: ChoiceOption | undefined): TemplateResult | typeof nothing {
  return option?.colour ? html`<portico-swatch .colour=${option.colour}></portico-swatch>` : nothing;
}

customElements.define('portico-choice', PorticoChoice);
