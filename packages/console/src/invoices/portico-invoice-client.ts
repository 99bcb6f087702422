import type { Client } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { addClient } from '../api/clients.ts';
import { billing } from '../api/invoices.ts';
import '../bookings/portico-client-picker.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';

/** Whom an invoice is for, and what it will say of them. Fires `choose-client`. */
export class PorticoInvoiceClient extends LightElement {
  static override properties = { clientId: { attribute: false }, clientName: { attribute: false }, error: {}, mode: { state: true } };
  declare clientId: string;
  declare clientName: string;
  declare error: string;
  declare mode: 'look' | 'choose' | 'new';
  readonly #billing = new QueryController(this, () => (this.clientId ? billing(this.clientId) : undefined));
  readonly #form = new FormController(this, { name: '', email: '' });

  constructor() {
    super();
    this.clientId = '';
    this.error = '';
    this.mode = 'look';
  }

  protected override render(): TemplateResult {
    if (this.mode === 'new') return this.#new();
    if (this.clientId && this.mode === 'look') return this.#chosen();
    return html`<div class="invoice-client"><portico-client-picker .error=${this.error} @pick-client=${(event: CustomEvent<Client>) => this.#choose(event.detail)} @new-client=${this.#startNew}></portico-client-picker>
      ${this.clientId ? html`<button type="button" class="quiet" @click=${() => { this.mode = 'look'; }}>Keep ${this.clientName}</button>` : nothing}</div>`;
  }

  #chosen(): TemplateResult {
    const details = this.#billing.value;
    const rest = details ? [details.name === this.clientName ? '' : details.name, ...details.address.split('\n'), details.taxNumber].filter(Boolean).join(', ') : '';
    return html`<div class="invoice-client is-chosen"><p><span class="meta">For</span><br><a class="name" href="#/clients/${this.clientId}">${this.clientName}</a>${rest ? html`<br><span class="meta">${rest}</span>` : nothing}</p>
      <button type="button" class="quiet" @click=${() => { this.mode = 'choose'; }}>Change</button></div>`;
  }

  #new(): TemplateResult {
    return html`<form class="invoice-client" novalidate @submit=${this.#add}><div class="pair">${textField(this.#form, 'name', { label: 'New client’s name', maxlength: 100, autofocus: true })}
      ${textField(this.#form, 'email', { label: 'E-mail', path: 'contact.email', type: 'email', inputmode: 'email', isOptional: true, hint: 'The invoice is mailed there.' })}</div>
      ${saveRow(this.#form, { label: 'Add client', tone: 'plain', rest: html`<button type="button" class="quiet" @click=${() => { this.mode = 'choose'; }}>Choose another</button>` })}</form>`;
  }

  readonly #startNew = (event: CustomEvent<string>): void => {
    this.#form.fill({ name: event.detail, email: '' });
    this.mode = 'new';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[name=name]')?.focus());
  };

  readonly #add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, email } = this.#form.draft;
    if (this.#form.refuse({ name: name.trim() ? '' : 'Fill this in.' })) return;
    const made = await this.#form.send(() => addClient({ kind: 'person', name, contact: { name, ...(email.trim() && { email: email.trim() }) } }));
    if (!made) return;
    invalidate('clients');
    this.#choose(made);
  };

  #choose({ id, name }: Pick<Client, 'id' | 'name'>): void {
    this.mode = 'look';
    this.dispatchEvent(new CustomEvent('choose-client', { detail: { id, name }, bubbles: true }));
  }
}

customElements.define('portico-invoice-client', PorticoInvoiceClient);
