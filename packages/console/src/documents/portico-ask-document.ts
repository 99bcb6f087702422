import { documentCategories, type DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { Checklist } from '@portico/contract/documents/request.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { askByChecklist, checklists } from '../api/checklists.ts';
import { askForDocument } from '../api/documents.ts';
import { choiceField, dateField, saveRow, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
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
  readonly #form = new FormController(this, { list: '', title: '', why: '', dueOn: '', category: 'correspondence' });
  readonly #lists = new QueryController(this, () => checklists);

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
      ${this.#which()}${this.#chosen ? this.#things(this.#chosen) : this.#oneThing(choices)}
      ${saveRow(this.#form, { label: this.clients.length > 1 ? `Ask ${plural(this.clients.length, 'client')}` : 'Ask' })}</form>`;
  }

  get #chosen(): Checklist | undefined {
    return this.#lists.value?.items.find(({ id }) => id === this.#form.draft.list);
  }

  #which(): TemplateResult | typeof nothing {
    const lists = this.#lists.value?.items.filter(({ archived }) => !archived) ?? [];
    if (lists.length === 0) return nothing;
    return choiceField(this.#form, 'list', { label: 'Ask for', choices: [{ value: '', label: 'One thing' }, ...lists.map(({ id, name }) => ({ value: id, label: name }))] });
  }

  #things({ items }: Checklist): TemplateResult {
    return html`<ul class="rows">${items.map(({ title, dueInDays }) => html`<li><span class="grow">${title}</span><span class="meta">${dueInDays === null ? '' : `within ${plural(dueInDays, 'day')}`}</span></li>`)}</ul>`;
  }

  #oneThing(choices: readonly { readonly value: string; readonly label: string }[]): TemplateResult {
    return html`${textField(this.#form, 'title', { label: 'What do you need?', maxlength: 200, placeholder: 'A copy of your passport' })}
      ${textArea(this.#form, 'why', { label: 'Why?', isOptional: true, rows: 2, maxlength: 1000, hint: 'People send sooner what they understand.' })}
      ${dateField(this.#form, 'dueOn', { label: 'By when?', isOptional: true, min: today(), hint: 'They are reminded around the day; without one, after three, seven and fourteen days. Until it comes.' })}
      ${choiceField(this.#form, 'category', { label: 'File it under', choices })}`;
  }

  readonly #ask = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { title, why, dueOn, category } = this.#form.draft;
    const list = this.#chosen;
    const clientIds = this.clients.map(({ id }) => id);
    if (this.#form.refuse({ clientIds: this.clients.length > 0 ? '' : 'Choose who is asked.', title: list || title.trim() ? '' : 'Say what you need.' })) return;
    const asked = await this.#form.send(() => (list ? askByChecklist(list.id, clientIds) : askForDocument({ clientIds, title: title.trim(), why: why.trim(), dueOn: dueOn || null, category: category as Exclude<DocumentCategory, 'invoices'> })));
    if (!asked) return;
    invalidate('document-requests');
    closeSheet();
    const what = list?.name ?? title.trim();
    toast({ text: clientIds.length === 1 ? `${asked.items[0]?.clientName} is asked for “${what}”.` : `${plural(clientIds.length, 'client')} are asked for “${what}”.` });
  };
}

customElements.define('portico-ask-document', PorticoAskDocument);
