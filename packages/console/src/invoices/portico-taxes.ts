import type { AddTaxInput, TaxRate } from '@portico/contract/invoices/settings.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { addTax, changeTax, taxes } from '../api/invoices.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { mayAdminister } from '../app/session.ts';
import { amountFrom } from '../ui/amount-text.ts';
import { checkField, choiceField, saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { theHouse } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { taxLabel } from './invoice-lines.template.ts';

const kinds = [
  { value: 'standard', label: 'A rate' }, { value: 'zero', label: 'Zero rate' }, { value: 'exempt', label: 'Exempt' }, { value: 'reverse_charge', label: 'Reverse charge' },
];

/** The taxes that lines can carry. A rate never changes: what was invoiced with it stays true. */
export class PorticoTaxes extends LightElement {
  readonly #taxes = new QueryController(this, () => taxes);
  readonly #form = new FormController(this, { name: '', rate: '', category: 'standard', isDefault: false });

  protected override render(): TemplateResult {
    const items = this.#taxes.value?.items;
    if (!items) return html`${waiting(this.#taxes, 4)}`;
    const [used, archived] = [items.filter((tax) => !tax.archived), items.filter((tax) => tax.archived)];
    return html`<div class="title-row"><h2 class="title">Taxes</h2></div>${staleNote(this.#taxes)}
      ${used.length === 0 ? html`<div class="empty"><p>No taxes yet. Without one, invoices are made without tax.</p></div>` : html`<ul class="rows tax-rows">${used.map((tax) => this.#row(tax))}</ul>`}
      ${archived.length > 0 ? html`<section class="section"><h2>No longer used</h2><ul class="rows tax-rows">${archived.map((tax) => this.#row(tax))}</ul></section>` : nothing}
      ${mayAdminister() ? this.#add() : nothing}`;
  }

  #row(tax: TaxRate): TemplateResult {
    const { id, isDefault, archived } = tax;
    const label = taxLabel(tax);
    return html`<li><span class="grow"><span class="name">${label}</span><span class="meta">${isDefault && !archived ? 'New lines carry it' : kinds.find(({ value, label: kind }) => value === tax.category && value !== 'standard' && kind !== label)?.label ?? ''}</span></span>
      ${mayAdminister() ? html`${archived ? nothing : html`<button type="button" class="quiet" aria-label="${isDefault ? 'Not for new lines' : 'For new lines'}: ${label}" @click=${() => void this.#change(id, { isDefault: !isDefault })}>${isDefault ? 'Not for new lines' : 'For new lines'}</button>`}
        <button type="button" class="quiet" aria-label="${archived ? 'Use again' : 'Stop using'}: ${label}" @click=${() => void this.#change(id, { archived: !archived })}>${archived ? 'Use again' : 'Stop using'}</button>` : nothing}</li>`;
  }

  #add(): TemplateResult {
    const form = this.#form;
    return html`<section class="section"><h2>Add a tax</h2><form novalidate @submit=${this.#save}>
      <div class="pair">${textField(form, 'name', { label: 'Name', maxlength: 40, placeholder: 'VAT' })}${choiceField(form, 'category', { label: 'Kind', choices: kinds })}
        ${form.draft.category === 'standard' ? textField(form, 'rate', { label: 'Rate', path: 'ratePpm', after: '%', inputmode: 'decimal', maxlength: 9 }) : nothing}</div>
      ${checkField(form, 'isDefault', 'New lines carry it')}${saveRow(form, { label: 'Add tax' })}</form></section>`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, rate, category, isDefault } = this.#form.draft;
    const ratePpm = category === 'standard' ? amountFrom(rate, 4, theHouse().lang) ?? 0 : 0;
    const wrong = category === 'standard' && (ratePpm === 0 || ratePpm > 1_000_000) ? 'Use a rate above zero, at most 100 %, with at most four decimals.' : '';
    if (this.#form.refuse({ name: name.trim() ? '' : 'Fill this in.', ratePpm: wrong })) return;
    const made = await this.#form.send(() => addTax({ name: name.trim(), ratePpm, category: category as AddTaxInput['category'], isDefault }));
    if (!made) return;
    this.#form.fill({ name: '', rate: '', category: 'standard', isDefault: false });
    invalidate('taxes');
  };

  async #change(id: string, change: { isDefault?: boolean; archived?: boolean }): Promise<void> {
    try {
      const { name } = await changeTax(id, change);
      invalidate('taxes');
      if (change.archived) toast({ text: `${name} is no longer used for new invoices.`, action: { label: 'Undo', run: () => void this.#change(id, { archived: false }) } });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

customElements.define('portico-taxes', PorticoTaxes);
