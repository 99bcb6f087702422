import type { Client } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { clients } from '../api/clients.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';

/** Finds a client by typing, or starts a new one. Fires `pick-client` and `new-client`. */
export class PorticoClientPicker extends LightElement {
  static override properties = { error: {}, term: { state: true }, active: { state: true } };
  declare error: string;
  declare term: string;
  declare active: number;
  readonly #found = new QueryController(this, () => clients({ search: this.term, limit: 6 }));
  #shown: readonly Client[] = [];

  constructor() {
    super();
    this.error = '';
    this.term = '';
    this.active = 0;
  }

  protected override render(): TemplateResult {
    // What was found for the letters before stays until the next answer: a list that empties and fills puts "Add a new client" under the finger.
    const items = (this.#shown = this.#found.value?.items ?? this.#shown);
    return html`<div class="field client-picker"><label for="client-search">Client</label>
      <input id="client-search" type="search" role="combobox" aria-expanded="true" aria-controls="client-options" autocomplete="off" autofocus placeholder="Search by name, e-mail or phone"
        aria-activedescendant="client-option-${this.active}" aria-invalid=${this.error ? 'true' : nothing} aria-describedby=${this.error ? 'client-error' : nothing}
        .value=${this.term} @input=${(event: Event) => { this.term = (event.target as HTMLInputElement).value; this.active = 0; }} @keydown=${this.#pressed}>
      ${this.error ? html`<p class="error" id="client-error">${this.error}</p>` : nothing}
      <div role="listbox" id="client-options" aria-label="Clients">
        ${items.map((client, index) => html`<div role="option" id="client-option-${index}" class="choice-option" aria-selected=${index === this.active} ?data-active=${index === this.active && this.term !== ''}
          @click=${() => this.#pick(client)}><span>${client.name}</span><span class="detail">${client.contacts[0]?.email ?? ''}</span></div>`)}
        <div role="option" id="client-option-${items.length}" class="choice-option new" aria-selected=${this.active === items.length} ?data-active=${this.active === items.length}
          @click=${this.#new}><span>${icon('plus')} ${this.term.trim() ? `Add “${this.term.trim()}” as a new client` : 'Add a new client'}</span></div>
      </div></div>`;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const items = this.#shown;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.active = Math.min(items.length, Math.max(0, this.active + step));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // Whoever types a name and Enter in one go means who is found, not somebody new.
      if (!this.#found.value) return;
      const client = items[this.active];
      if (client) this.#pick(client);
      else this.#new();
    }
  };

  #pick(client: Client): void {
    this.dispatchEvent(new CustomEvent('pick-client', { detail: client, bubbles: true }));
  }

  readonly #new = (): void => {
    this.dispatchEvent(new CustomEvent('new-client', { detail: this.term.trim(), bubbles: true }));
  };
}

customElements.define('portico-client-picker', PorticoClientPicker);
