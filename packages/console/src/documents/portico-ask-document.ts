import { documentCategories, type DocumentCategory } from '@portico/contract/documents/kinds.ts';
import { html, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { askForDocument } from '../api/documents.ts';
import { choiceField, dateField, saveRow, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { categoryWords } from './document-words.ts';
import './portico-clients-field.ts';
import type { NamedClient } from './portico-clients-field.ts';

/** Asks one client or many for a document. Each gets a letter, a line on their page, and reminders until it comes. */
export class PorticoAskDocument extends LightElement {
  static override properties = { start: { attribute: false }, clients: { state: true } };
  declare start: NamedClient | undefined;
  declare clients: readonly NamedClient[];
  readonly #form = new FormController(this, { title: '', why: '', dueOn: '', category: 'correspondence' });

  constructor() {
    super();
    this.clients = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.clients = this.start ? [this.start] : [];
  }

  protected override render(): TemplateResult {
    const choices = documentCategories.filter((one) => one !== 'invoices').map((value) => ({ value, label: categoryWords[value] }));
    return html`<form class="send-files" novalidate @submit=${this.#ask}>
      <portico-clients-field .clients=${this.clients} .error=${this.#form.errors['clientIds'] ?? ''} @choose-clients=${({ detail }: CustomEvent<readonly NamedClient[]>) => { this.clients = detail; this.#form.errors = {}; }}></portico-clients-field>
      ${textField(this.#form, 'title', { label: 'What do you need?', maxlength: 200, placeholder: 'A copy of your passport' })}
      ${textArea(this.#form, 'why', { label: 'Why?', isOptional: true, rows: 2, maxlength: 1000, hint: 'People send sooner what they understand.' })}
      ${dateField(this.#form, 'dueOn', { label: 'By when?', isOptional: true, min: today(), hint: 'They are reminded three days before, on the day and three days after, until it comes.' })}
      ${choiceField(this.#form, 'category', { label: 'File it under', choices })}
      ${saveRow(this.#form, { label: this.clients.length > 1 ? `Ask ${plural(this.clients.length, 'client')}` : 'Ask' })}</form>`;
  }

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { title, why, dueOn, category } = this.#form.draft;
    if (this.#form.refuse({ clientIds: this.clients.length > 0 ? '' : 'Choose who is asked.', title: title.trim() ? '' : 'Say what you need.' })) return;
    const asked = await this.#form.send(() => askForDocument({ clientIds: this.clients.map(({ id }) => id), title: title.trim(), why: why.trim(), dueOn: dueOn || null, category: category as Exclude<DocumentCategory, 'invoices'> }));
    if (!asked) return;
    invalidate('document-requests');
    closeSheet();
    toast({ text: asked.items.length === 1 ? `${asked.items[0]?.clientName} is asked for “${title.trim()}”.` : `${plural(asked.items.length, 'client')} are asked for “${title.trim()}”.` });
  };
}

customElements.define('portico-ask-document', PorticoAskDocument);
