import type { Client } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { clients } from '../api/clients.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { shortMoment } from '../ui/formats.ts';
import { waiting } from '../ui/waiting.template.ts';
import { go } from './router.ts';

/** `/`: find a client from anywhere. */
export class PorticoSearch extends LightElement {
  static override properties = { term: { state: true }, active: { state: true }, isOpen: { state: true } };
  declare term: string;
  declare active: number;
  declare isOpen: boolean;
  readonly #found = new QueryController(this, () => (this.isOpen ? clients({ search: this.term, limit: 8 }) : undefined));

  constructor() {
    super();
    this.term = '';
    this.active = 0;
    this.isOpen = false;
  }

  open(): void {
    if (this.isOpen) return;
    this.term = '';
    this.active = 0;
    this.isOpen = true;
    void this.updateComplete.then(() => this.querySelector('dialog')?.showModal());
  }

  protected override render(): TemplateResult {
    return html`<dialog class="search" aria-label="Search clients" @close=${() => { this.isOpen = false; }} @click=${this.#clickedOutside}>
      ${this.isOpen ? this.#content() : nothing}</dialog>`;
  }

  #content(): TemplateResult {
    const items = this.#found.value?.items ?? [];
    return html`<div class="search-line">${icon('search')}<input type="search" autofocus role="combobox" aria-expanded="true" aria-controls="search-list" aria-label="Search clients"
        aria-activedescendant=${items[this.active] ? `search-${this.active}` : nothing} placeholder="Name, e-mail or phone" autocomplete="off" .value=${this.term}
        @input=${(event: Event) => { this.term = (event.target as HTMLInputElement).value; this.active = 0; }} @keydown=${this.#pressed}>
        <button type="button" class="icon-button" aria-label="Close" @click=${() => this.querySelector('dialog')?.close()}>${icon('close')}</button></div>
      <div role="listbox" id="search-list" class="search-list" aria-label="Clients found">${items.map((client, index) => this.#item(client, index))}</div>
      ${this.#found.value && items.length === 0 ? html`<p class="choice-none">No client matches “${this.term}”.</p>` : waiting(this.#found, 3)}`;
  }

  #item(client: Client, index: number): TemplateResult {
    const [contact] = client.contacts;
    return html`<div role="option" id="search-${index}" class="search-item" aria-selected=${index === this.active} @click=${() => this.#choose(client)}>
      <span class="grow"><span class="name">${client.name}</span> <span class="meta">${contact?.email ?? contact?.phone ?? ''}</span></span>
      <span class="meta">${client.nextBookingAt ? shortMoment(client.nextBookingAt) : ''}</span></div>`;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const items = this.#found.value?.items ?? [];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const client = items[this.active];
    if (step) {
      event.preventDefault();
      this.active = Math.min(items.length - 1, Math.max(0, this.active + step));
    } else if (event.key === 'Enter' && client) this.#choose(client);
  };

  #choose(client: Client): void {
    this.querySelector('dialog')?.close();
    go(`#/clients/${client.id}`);
  }

  readonly #clickedOutside = (event: MouseEvent): void => {
    if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
  };
}

customElements.define('portico-search', PorticoSearch);
declare global {
  interface HTMLElementTagNameMap { 'portico-search': PorticoSearch }
}
