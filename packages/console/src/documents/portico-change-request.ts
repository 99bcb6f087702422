import { documentCategories, type DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { DocumentRequest } from '@portico/contract/documents/request.ts';
import { html, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { changeRequest } from '../api/checklists.ts';
import { choiceField, dateField, saveRow, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { categoryWords } from './document-words.ts';

/** Something that is asked for already, in other words or for another day. */
export class PorticoChangeRequest extends LightElement {
  static override properties = { request: { attribute: false } };
  declare request: DocumentRequest;
  readonly #form = new FormController(this, { title: '', why: '', dueOn: '', category: '' });

  override connectedCallback(): void {
    super.connectedCallback();
    const { title, why, dueOn, category } = this.request;
    this.#form.fill({ title, why, dueOn: dueOn ?? '', category });
  }

  protected override render(): TemplateResult {
    const choices = documentCategories.filter((one) => one !== 'invoices').map((value) => ({ value, label: categoryWords[value] }));
    return html`<form class="send-files" novalidate @submit=${this.#save}><p class="meta">For ${this.request.clientName}</p>
      ${textField(this.#form, 'title', { label: 'What do you need?', maxlength: 200 })}${textArea(this.#form, 'why', { label: 'Why?', isOptional: true, rows: 2, maxlength: 1000 })}
      ${dateField(this.#form, 'dueOn', { label: 'By when?', isOptional: true, min: today(), hint: 'Reminders move with the day.' })}${choiceField(this.#form, 'category', { label: 'File it under', choices })}
      ${saveRow(this.#form, { label: 'Save' })}</form>`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { title, why, dueOn, category } = this.#form.draft;
    if (this.#form.refuse({ title: title.trim() ? '' : 'Say what you need.' })) return;
    // A day that has passed is not sent again: it may stay as it is.
    const day = (dueOn || null) === this.request.dueOn ? {} : { dueOn: dueOn || null };
    if (!(await this.#form.send(() => changeRequest(this.request.id, { title: title.trim(), why: why.trim(), category: category as Exclude<DocumentCategory, 'invoices'>, ...day })))) return;
    invalidate('document-requests');
    closeSheet();
    toast({ text: `${this.request.clientName} sees it as it is now.` });
  };
}

customElements.define('portico-change-request', PorticoChangeRequest);
