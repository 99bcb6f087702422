import type { Client, ClientPage } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { addClient, clients } from '../api/clients.ts';
import { invalidate } from '../api/cache.ts';
import { go } from '../app/router.ts';
import { mayAdminister } from '../app/session.ts';
import { saveRow, segmentField, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural, shortMoment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet, openSheet } from '../ui/sheet.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { clientStyles } from './client.styles.ts';
import './portico-client.ts';
import './portico-import.ts';

/** Everybody, with a search that finds names, addresses and numbers. */
export class PorticoClients extends LightElement {
  static override properties = { search: { state: true }, archived: { state: true }, more: { state: true }, isLoadingMore: { state: true } };
  declare search: string;
  declare archived: boolean;
  declare more: readonly ClientPage[];
  declare isLoadingMore: boolean;
  readonly #first = new QueryController<ClientPage>(this, () => clients({ search: this.search, archived: this.archived, limit: 30 }));

  constructor() {
    super();
    this.search = '';
    this.archived = false;
    this.more = [];
    this.isLoadingMore = false;
    adoptStyles(clientStyles);
  }

  protected override render(): TemplateResult {
    return html`<div class="page"><div class="page-head"><h1>Clients</h1>
        ${mayAdminister() ? html`<a class="button" href="#/clients/import">Import</a>` : nothing}
        <button type="button" class="primary" @click=${openAddClient}>Add a client</button></div>
      <div class="list-tools"><input type="search" aria-label="Search clients" placeholder="Name, e-mail or phone" autocomplete="off" .value=${this.search} @input=${this.#typed}>
        <label class="check"><input type="checkbox" .checked=${this.archived} @change=${() => { this.archived = !this.archived; this.more = []; }}><span>Archived</span></label></div>
      ${staleNote(this.#first)}${this.#first.value ? this.#list(this.#first.value) : waiting(this.#first, 8)}</div>`;
  }

  #list(first: ClientPage): TemplateResult {
    const pages = [first, ...this.more];
    const items = pages.flatMap((page) => page.items);
    if (items.length === 0) return this.#empty();
    const next = pages.at(-1)?.nextCursor;
    return html`<ul class="rows">${items.map(clientRow)}</ul>
      ${next ? html`<p class="list-more"><button type="button" ?data-busy=${this.isLoadingMore} @click=${() => void this.#showMore(next)}>Show more</button></p>` : nothing}`;
  }

  #empty(): TemplateResult {
    if (this.search) return html`<div class="empty"><p>Nobody matches “${this.search}”.</p><button type="button" @click=${() => { this.search = ''; }}>Show everybody</button></div>`;
    if (this.archived) return html`<div class="empty"><p>Nobody is archived.</p></div>`;
    return html`<div class="empty"><p>No clients yet. Everybody who books becomes one by themselves.</p><a class="button" href="#/clients/import">Import those you have</a></div>`;
  }

  readonly #typed = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value.trim();
    this.more = [];
  };

  async #showMore(cursor: string): Promise<void> {
    if (this.isLoadingMore) return;
    this.isLoadingMore = true;
    try {
      const { search, archived } = this;
      const page = await clients({ search, archived, cursor, limit: 30 }).load();
      if (search === this.search && archived === this.archived) this.more = [...this.more, page];
    } finally {
      this.isLoadingMore = false;
    }
  }
}

function clientRow({ id, name, kind, contacts, nextBookingAt, lastBookingAt, bookingCount }: Client): TemplateResult {
  const [contact] = contacts;
  const reach = [kind === 'company' ? contact?.name : undefined, contact?.email ?? contact?.phone].filter(Boolean).join(' · ');
  const when = nextBookingAt ? `Next: ${shortMoment(nextBookingAt)}` : lastBookingAt ? `Last: ${shortMoment(lastBookingAt)}` : plural(bookingCount, 'booking');
  return html`<li><a class="row-link grow client-row" href="#/clients/${id}"><span class="grow"><span class="name">${name}</span><span class="meta">${reach}</span></span><span class="meta figures client-when">${when}</span></a></li>`;
}

function openAddClient(): void {
  openSheet({ name: 'add-client', title: 'Add a client', body: html`<portico-add-client></portico-add-client>` });
}

/** A new client, in the side sheet. */
export class PorticoAddClient extends LightElement {
  readonly #form = new FormController(this, { kind: 'person', name: '', contactName: '', email: '', phone: '' });

  protected override render(): TemplateResult {
    const isCompany = this.#form.draft.kind === 'company';
    return html`<form novalidate @submit=${this.#add}>
      ${segmentField(this.#form, 'kind', { label: 'Kind', choices: [{ value: 'person', label: 'A person' }, { value: 'company', label: 'A company' }] })}
      ${textField(this.#form, 'name', { label: isCompany ? 'Company’s name' : 'Name', maxlength: 100, autofocus: true })}
      ${isCompany ? textField(this.#form, 'contactName', { label: 'Whom you talk to', path: 'contact.name', maxlength: 100 }) : nothing}
      ${textField(this.#form, 'email', { label: 'E-mail', path: 'contact.email', type: 'email', inputmode: 'email', isOptional: true })}
      ${textField(this.#form, 'phone', { label: 'Phone', path: 'contact.phone', type: 'tel', inputmode: 'tel', isOptional: true })}
      ${saveRow(this.#form, { label: 'Add client' })}</form>`;
  }

  readonly #add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { kind, name, contactName, email, phone } = this.#form.draft;
    if (this.#form.refuse({ name: name.trim() ? '' : 'Fill this in.' })) return;
    const person = kind === 'company' ? contactName.trim() || name : name;
    const made = await this.#form.send(() => addClient({ kind: kind === 'company' ? 'company' : 'person', name, contact: { name: person, ...(email.trim() && { email: email.trim() }), ...(phone.trim() && { phone: phone.trim() }) } }));
    if (!made) return;
    invalidate('clients');
    closeSheet();
    go(`#/clients/${made.id}`);
  };
}

customElements.define('portico-clients', PorticoClients);
customElements.define('portico-add-client', PorticoAddClient);
