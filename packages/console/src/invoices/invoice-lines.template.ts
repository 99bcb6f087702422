import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import type { LineTotal } from '@portico/contract/invoices/totals.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { amountText } from '../ui/amount-text.ts';
import { money, theHouse } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import type { LineDraft } from './invoice-draft.ts';

export interface LinesView {
  readonly lines: readonly LineDraft[];
  readonly currency: string;
  /** Those that can be chosen. */
  readonly taxes: readonly TaxRate[];
  readonly errors: Readonly<Record<string, string>>;
  /** What a line of the form comes to; undefined while it cannot be read. */
  readonly totalOf: (place: number) => LineTotal | undefined;
  readonly onChange: (place: number, change: Partial<LineDraft>) => void;
  readonly onAdd: (after: number) => void;
  readonly onRemove: (place: number) => void;
}

/** The lines of an invoice. Enter adds one below; in a description, Shift and Enter begin a new row of text. */
export function invoiceLines(view: LinesView): TemplateResult {
  return html`<div class="lines" role="list" aria-label="Lines">${repeat(view.lines, ({ key }) => key, (line, place) => lineRow(view, line, place))}</div>
    <button type="button" class="quiet add-line" @click=${() => view.onAdd(view.lines.length - 1)}>${icon('plus')} Add a line</button>`;
}

type Field = 'description' | 'quantity' | 'price' | 'discount';
const paths: Readonly<Record<Field, string>> = { description: 'description', quantity: 'quantityMilli', price: 'unitPriceMinor', discount: 'discount' };

function lineRow(view: LinesView, line: LineDraft, place: number): TemplateResult {
  const total = view.totalOf(place);
  const error = (field: Field): string => view.errors[`lines.${place}.${paths[field]}`] ?? '';
  const wrong = (Object.keys(paths) as Field[]).map(error).find((text) => text !== '') ?? view.errors[`lines.${place}.taxIds`];
  const input = (field: Exclude<Field, 'description'>, label: string): TemplateResult => html`<label class="line-field line-${field}"><span class="line-label">${label}</span>
    <input name="line-${field}" inputmode=${field === 'discount' ? 'text' : 'decimal'} autocomplete="off" maxlength="20" .value=${live(line[field])} aria-label="Line ${place + 1}: ${label}" aria-invalid=${error(field) ? 'true' : nothing}
      aria-describedby=${wrong ? `${line.key}-error` : nothing} @input=${(event: Event) => view.onChange(place, { [field]: (event.target as HTMLInputElement).value })}></label>`;
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing || (event.target as HTMLElement).tagName === 'BUTTON') return;
    event.preventDefault();
    view.onAdd(place);
  };
  return html`<div class="line" role="listitem" data-line=${line.key} @keydown=${pressed}>
    <label class="line-field line-description"><span class="line-label">What for</span>
      <textarea name="line-description" rows=${Math.min(6, line.description.split('\n').length)} maxlength="500" .value=${live(line.description)} aria-label="Line ${place + 1}: What for" aria-invalid=${error('description') ? 'true' : nothing}
        aria-describedby=${wrong ? `${line.key}-error` : nothing} @input=${(event: Event) => view.onChange(place, { description: (event.target as HTMLTextAreaElement).value })}></textarea></label>
    ${input('quantity', 'Quantity')}${input('price', 'Price')}${input('discount', 'Discount')}
    <p class="line-amount figures"><span class="line-label">Amount</span><span>${total ? money(total.amountMinor, view.currency) : '–'}</span></p>
    <button type="button" class="icon-button line-remove" aria-label="Remove line ${place + 1}" ?disabled=${view.lines.length === 1} @click=${() => view.onRemove(place)}>${icon('trash')}</button>
    ${lineTaxes(view, line, place)}
    ${wrong ? html`<p class="error line-error" id="${line.key}-error">${wrong}</p>` : nothing}</div>`;
}

function lineTaxes(view: LinesView, { taxIds, taxIncluded }: LineDraft, place: number): TemplateResult | typeof nothing {
  const shown = view.taxes.filter(({ id, archived }) => !archived || taxIds.includes(id));
  if (shown.length === 0) return nothing;
  const toggle = (id: string): void => view.onChange(place, { taxIds: taxIds.includes(id) ? taxIds.filter((other) => other !== id) : [...taxIds, id] });
  return html`<div class="line-taxes" role="group" aria-label="Line ${place + 1}: taxes">${shown.map((tax) => html`<label class="check"><input type="checkbox" .checked=${live(taxIds.includes(tax.id))}
      ?disabled=${taxIds.length >= 4 && !taxIds.includes(tax.id)} @change=${() => toggle(tax.id)}><span>${taxLabel(tax)}</span></label>`)}
    ${taxIds.length > 0 ? html`<label class="check"><input type="checkbox" .checked=${live(taxIncluded)} @change=${() => view.onChange(place, { taxIncluded: !taxIncluded })}><span>included in the price</span></label>` : nothing}</div>`;
}

/** `VAT 15 %`, `Exempt`. */
export function taxLabel({ name, ratePpm, category }: Pick<TaxRate, 'name' | 'ratePpm' | 'category'>): string {
  return category === 'standard' ? `${name} ${amountText(ratePpm, 4, theHouse().lang)} %` : name;
}
