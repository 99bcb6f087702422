import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField } from '../ui/field.template.ts';
import type { FormController } from '../ui/form-controller.ts';
import { picksField } from '../ui/picks-field.template.ts';
import { taxLabel } from './invoice-lines.template.ts';

export interface TaxedDraft {
  readonly taxIds: readonly string[];
  readonly taxIncluded: boolean;
}

/** Which taxes a price carries: those in use, and those that it has already. */
export function taxPicks<Draft extends TaxedDraft>(form: FormController<Draft>, taxes: readonly TaxRate[]): TemplateResult | typeof nothing {
  // What is shared is only these two: a form of more is one of them, too.
  const taxed = form as unknown as FormController<TaxedDraft>;
  const { taxIds } = taxed.draft;
  const usable = taxes.filter(({ archived, id }) => !archived || taxIds.includes(id));
  if (usable.length === 0) return nothing;
  return html`${picksField(taxed, 'taxIds', { label: 'Tax', choices: usable.map((tax) => ({ value: tax.id, label: taxLabel(tax) })) })}
    ${taxIds.length > 0 ? checkField(taxed, 'taxIncluded', 'The price includes it') : nothing}`;
}
