import type { Client, MergePreview } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { clients, mergeClients, mergePreview, undoMerge } from '../api/clients.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { go } from '../app/router.ts';
import { saveRow, segmentField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet, openSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';

export function openMergeSheet(client: Client): void {
  openSheet({ name: `merge-${client.id}`, title: 'Merge with another client', body: html`<portico-merge .client=${client}></portico-merge>` });
}

/** Two accounts of one person (or company) become one: find the other, see what moves, confirm. */
export class PorticoMerge extends LightElement {
  static override properties = { client: { attribute: false }, other: { state: true }, term: { state: true } };
  declare client: Client;
  declare other: Client | undefined;
  declare term: string;
  readonly #found = new QueryController(this, () => (this.other ? undefined : clients({ search: this.term, limit: 8 })));
  readonly #preview = new QueryController<MergePreview>(this, () => (this.other ? mergePreview(this.#stays.id, this.#goes.id) : undefined));
  readonly #form = new FormController(this, { keep: 'this' });

  constructor() {
    super();
    this.term = '';
  }

  protected override render(): TemplateResult {
    return this.other ? this.#confirm(this.other) : this.#search();
  }

  #search(): TemplateResult {
    const others = this.#found.value?.items.filter(({ id }) => id !== this.client.id);
    return html`<p class="meta">For when ${this.client.name} is here twice. You see what moves before anything happens.</p>
      <div class="field"><label for="merge-search">The other client</label>
        <input id="merge-search" type="search" autocomplete="off" autofocus placeholder="Search by name, e-mail or phone" .value=${this.term} @input=${(event: Event) => { this.term = (event.target as HTMLInputElement).value.trim(); }}></div>
      ${others === undefined ? waiting(this.#found, 3) : others.length === 0 ? html`<p class="meta">${this.term ? `Nobody else matches “${this.term}”.` : 'There is nobody else yet.'}</p>` : html`<ul class="rows">
        ${others.map((one) => html`<li><button type="button" class="quiet row-button" data-client=${one.id} @click=${() => this.#choose(one)}>
          <span class="grow"><span class="name">${one.name}</span><span class="meta">${[one.contacts[0]?.email ?? one.contacts[0]?.phone, plural(one.bookingCount, 'booking')].filter(Boolean).join(' · ')}</span></span></button></li>`)}</ul>`}`;
  }

  #confirm(other: Client): TemplateResult {
    return html`<form novalidate @submit=${this.#merge}>
      ${segmentField(this.#form, 'keep', { label: 'Which one stays?', hint: 'Its name and kind are kept.', choices: [{ value: 'this', label: labelOf(this.client, other) }, { value: 'other', label: labelOf(other, this.client) }] })}
      ${this.#preview.value ? this.#moves(this.#preview.value) : waiting(this.#preview, 4)}
      ${saveRow(this.#form, { label: 'Merge', rest: html`<button type="button" class="quiet" @click=${() => this.#choose(undefined)}>Choose another</button>` })}</form>`;
  }

  #moves({ stays, goes, bookings, upcoming, note }: MergePreview): TemplateResult {
    const people = goes.contacts.map(({ name, email }) => (email ? `${name} (${email})` : name));
    return html`<div class="merge-moves"><p>What moves to ${stays.name}:</p><ul>
        ${people.length > 0 ? html`<li>${people.join(', ')}</li>` : nothing}
        <li>${plural(bookings, 'booking')}${upcoming > 0 ? `, ${upcoming} still to come` : ''}</li>
        <li>The whole history${goes.note ? ' and the note' : ''}</li></ul>
      ${goes.note ? html`<p class="meta">The note will read:</p><blockquote class="note">${note}</blockquote>` : nothing}
      ${goes.contacts.some(({ access }) => access !== 'none') && stays.contacts.length > 0 ? html`<p class="meta">Everybody with a login for one of them then sees the bookings of both.</p>` : nothing}
      <p class="meta">Nobody is mailed. You can undo it right afterwards.</p></div>`;
  }

  get #stays(): Client {
    return this.#form.draft.keep === 'this' || !this.other ? this.client : this.other;
  }

  get #goes(): Client {
    return this.#form.draft.keep === 'this' && this.other ? this.other : this.client;
  }

  #choose(other: Client | undefined): void {
    this.#form.fill({ keep: 'this' });
    this.other = other;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(other ? '.segment input:checked' : '#merge-search')?.focus());
  }

  readonly #merge = async (event: Event): Promise<void> => {
    event.preventDefault();
    const [stays, goes, here] = [this.#stays, this.#goes, this.client];
    if (!await this.#form.send(() => mergeClients(stays.id, goes.id))) return;
    closeSheet();
    if (stays.id !== here.id) go(`#/clients/${stays.id}`, { replace: true });
    invalidate('clients', 'calendar');
    toast({ text: `${goes.name} is merged into ${stays.name}.`, action: { label: 'Undo', run: () => void takeApart(stays, goes, here) } });
  };
}

async function takeApart(stays: Client, goes: Client, here: Client): Promise<void> {
  try {
    await undoMerge(stays.id, goes.id);
    go(`#/clients/${here.id}`, { replace: true });
    invalidate('clients', 'calendar');
  } catch (error) {
    toast({ text: sentenceOf(error), tone: 'refused' });
  }
}

/** Two of one name are told apart by their address. */
const labelOf = ({ name, contacts }: Client, other: Client): string => (name === other.name && contacts[0]?.email ? contacts[0].email : name);

customElements.define('portico-merge', PorticoMerge);
