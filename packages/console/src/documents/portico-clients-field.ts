import type { Client } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import '../bookings/portico-client-picker.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { closeSheet } from '../ui/sheet.ts';

export type NamedClient = Pick<Client, 'id' | 'name'>;

/** One client or several. Fires `choose-clients`. */
export class PorticoClientsField extends LightElement {
  static override properties = { clients: { attribute: false }, error: {}, isAdding: { state: true } };
  declare clients: readonly NamedClient[];
  declare error: string;
  declare isAdding: boolean;

  constructor() {
    super();
    this.clients = [];
    this.error = '';
    this.isAdding = false;
  }

  protected override render(): TemplateResult {
    return html`<div class="field"><span class="label">For</span>${this.clients.length > 0 ? html`<ul class="picked">${this.clients.map(({ id, name }) => html`<li><span>${name}</span><button type="button" class="icon-button" aria-label="Not for ${name}" @click=${() => this.#choose(this.clients.filter((one) => one.id !== id))}>${icon('close')}</button></li>`)}</ul>` : nothing}
      ${this.isAdding || this.clients.length === 0 ? html`<portico-client-picker .error=${this.error} @pick-client=${this.#picked} @new-client=${() => { location.hash = '#/clients'; closeSheet(); }}></portico-client-picker>` : html`<button type="button" class="quiet add-client" @click=${() => { this.isAdding = true; }}>${icon('plus')} Another client</button>`}</div>`;
  }

  readonly #picked = ({ detail: { id, name } }: CustomEvent<Client>): void => {
    this.isAdding = false;
    this.#choose(this.clients.some((one) => one.id === id) ? this.clients : [...this.clients, { id, name }]);
  };

  #choose(clients: readonly NamedClient[]): void {
    this.clients = clients;
    this.dispatchEvent(new CustomEvent('choose-clients', { detail: clients }));
  }
}

customElements.define('portico-clients-field', PorticoClientsField);
