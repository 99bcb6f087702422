import type { Client, Contact } from '@portico/contract/clients.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { addContact, changeContact, inviteContact } from '../api/clients.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { inSentence, shortMoment } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { toast } from '../ui/toasts.ts';

const accessWords = { none: 'No login', invited: 'Invited', active: 'Has a login' } as const;
const accessTone = { none: '', invited: 'warn', active: 'good' } as const;

/** The people behind one client: who they are, and whether they can sign in. */
export class PorticoContacts extends LightElement {
  static override properties = { client: { attribute: false }, editing: { state: true } };
  declare client: Client;
  /** A contact's id, `new`, or nothing. */
  declare editing: string;
  readonly #form = new FormController(this, { name: '', email: '', phone: '' });

  constructor() {
    super();
    this.editing = '';
  }

  protected override render(): TemplateResult {
    return html`<ul class="contacts">${this.client.contacts.map((contact) => html`<li>${this.editing === contact.id ? this.#edit(contact) : this.#show(contact)}</li>`)}</ul>
      ${this.editing === 'new' ? this.#edit(undefined) : html`<button type="button" class="quiet" @click=${() => this.#start('new')}>${icon('plus')} Add a person</button>`}`;
  }

  #show(contact: Contact): TemplateResult {
    return html`<div class="contact"><div class="grow"><p class="name">${contact.name}</p>
        ${contact.email ? html`<p><a href="mailto:${contact.email}">${contact.email}</a></p>` : nothing}${contact.phone ? html`<p><a href="tel:${contact.phone.replace(/[^+\d]/g, '')}">${contact.phone}</a></p>` : nothing}
        <p><span class="status ${accessTone[contact.access]}">${accessWords[contact.access]}</span>${contact.lastSeenAt ? html`<span class="meta"> Last here ${inSentence(shortMoment(contact.lastSeenAt))}</span>` : nothing}</p></div>
      <div class="actions"><button type="button" @click=${() => this.#start(contact.id, contact)}>Change</button>
        ${contact.email && contact.access !== 'active' ? html`<button type="button" @click=${() => void this.#invite(contact)}>${contact.access === 'invited' ? 'Invite again' : 'Invite'}</button>` : nothing}</div></div>`;
  }

  #edit(contact: Contact | undefined): TemplateResult {
    return html`<form class="contact-form" novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#save(contact); }}>
      ${textField(this.#form, 'name', { label: 'Name', maxlength: 100 })}
      ${textField(this.#form, 'email', { label: 'E-mail', type: 'email', inputmode: 'email', isOptional: true, hint: contact?.access === 'active' ? 'They sign in with it.' : undefined })}
      ${textField(this.#form, 'phone', { label: 'Phone', type: 'tel', inputmode: 'tel', isOptional: true })}
      ${saveRow(this.#form, { label: contact ? 'Save' : 'Add', rest: html`<button type="button" class="quiet" @click=${() => { this.editing = ''; }}>Leave it</button>` })}</form>`;
  }

  #start(id: string, contact?: Contact): void {
    this.#form.fill({ name: contact?.name ?? '', email: contact?.email ?? '', phone: contact?.phone ?? '' });
    this.editing = id;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.contact-form input')?.focus());
  }

  async #save(contact: Contact | undefined): Promise<void> {
    const { name, email, phone } = this.#form.draft;
    if (this.#form.refuse({ name: name.trim() ? '' : 'Fill this in.' })) return;
    const mail = email.trim();
    const number = phone.trim();
    const saved = await this.#form.send(() => (contact
      ? changeContact(this.client.id, contact.id, { name, email: mail || null, phone: number || null })
      : addContact(this.client.id, { name, ...(mail && { email: mail }), ...(number && { phone: number }) })));
    if (!saved) return;
    this.editing = '';
    invalidate('clients');
  }

  async #invite({ id, name }: Contact): Promise<void> {
    try {
      await inviteContact(this.client.id, id);
      invalidate('clients');
      toast({ text: `An invitation for ${name} is on its way.` });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

customElements.define('portico-contacts', PorticoContacts);
