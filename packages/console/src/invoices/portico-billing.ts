import type { Billing } from '@portico/contract/invoices/invoice.ts';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { learn } from '../api/cache.ts';
import { billing, changeBilling } from '../api/invoices.ts';
import { saveRow, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { countryField } from './country-field.template.ts';

/** What a client's next invoices say. */
export class PorticoBilling extends LightElement {
  static override properties = { clientId: { attribute: false } };
  declare clientId: string;
  readonly #billing = new QueryController<Billing>(this, () => billing(this.clientId));
  readonly #form = new FormController(this, { name: '', address: '', country: '', taxNumber: '', poNumber: '' });
  #filledWith: Billing | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    const known = this.#billing.value;
    if (changed.has('clientId')) this.#filledWith = undefined;
    if (!known || known === this.#filledWith || (this.#filledWith && this.#form.isDirty)) return;
    this.#filledWith = known;
    const { email: _, ...draft } = known;
    this.#form.fill(draft);
  }

  protected override render(): TemplateResult {
    if (!this.#filledWith) return html`${waiting(this.#billing, 3)}`;
    const form = this.#form;
    return html`<form novalidate @submit=${this.#save}>${textField(form, 'name', { label: 'Made out to', maxlength: 120 })}
      ${textArea(form, 'address', { label: 'Address', isOptional: true, rows: 3, maxlength: 400 })}
      <div class="pair">${countryField(form)}${textField(form, 'taxNumber', { label: 'Tax number', isOptional: true, maxlength: 40 })}</div>
      ${textField(form, 'poNumber', { label: 'PO number', isOptional: true, maxlength: 60, hint: 'On every new invoice, until it is changed.' })}
      ${saveRow(form, { label: 'Save' })}</form>`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { draft } = this.#form;
    if (this.#form.refuse({ name: draft.name.trim() ? '' : 'Fill this in.' })) return;
    const saved = await this.#form.send(() => changeBilling(this.clientId, draft));
    if (saved) learn(`clients/${this.clientId}/billing`, saved);
  };
}

customElements.define('portico-billing', PorticoBilling);
