import { html, nothing, type TemplateResult } from 'lit';
import { formField, type FormField } from '../base/form-field.template.ts';
import { billingFields, type BillingField } from './billing-fields.ts';
import { countryField } from './country-field.template.ts';
import type { InvoicesMessage, SayInvoices } from './invoices-messages.ts';

export interface BillingView {
  readonly say: SayInvoices;
  /** Countries are named in it. */
  readonly locale: string;
  readonly values: Readonly<Record<BillingField, string>> | undefined;
  readonly errors: Readonly<Partial<Record<BillingField, string>>>;
  readonly failure: string | undefined;
  readonly isBusy: boolean;
  readonly isSaved: boolean;
  onType(field: BillingField, value: string): void;
  onSave(): void;
  onRetry(): void;
}

const fields: Readonly<Record<BillingField, Partial<FormField> & { readonly hinted?: InvoicesMessage }>> = {
  name: { autocomplete: 'billing organization' },
  address: { isLong: true, autocomplete: 'billing street-address', isOptional: true },
  country: {},
  taxNumber: { isOptional: true },
  poNumber: { isOptional: true, hinted: 'poHint' },
};

/** Who pays, editable in place. */
export function billingForm(view: BillingView): TemplateResult {
  const { say, values, failure, isBusy } = view;
  if (!values) {
    return failure ? html`<p class="trouble" role="alert"><span part="error">${failure}</span> <button type="button" class="plain" part="button" @click=${() => view.onRetry()}>${say('tryAgain')}</button></p>`
      : html`<p class="hint" role="status">${say('loading')}</p>`;
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    view.onSave();
  };
  return html`
    <form class="billing" part="form" novalidate @submit=${submit}>
      <p class="hint">${say('billingHint')}</p>
      ${billingFields.map((field) => {
        const { hinted, ...rest } = fields[field];
        if (field === 'country') return countryField(view, values.country);
        return formField({
          name: field, label: say(field), value: values[field], error: view.errors[field], ...(hinted && { hint: say(hinted) }), ...rest,
          onInput: (value) => view.onType(field, value),
        });
      })}
      ${failure ? html`<p class="error" part="error" role="alert">${failure}</p>` : nothing}
      <div class="actions">
        <button type="submit" class="secondary" part="button" aria-disabled=${isBusy ? 'true' : nothing} aria-busy=${isBusy ? 'true' : nothing}>${say(isBusy ? 'saving' : 'save')}</button>
        ${view.isSaved ? html`<p class="hint saved">${say('saved')}</p>` : nothing}
      </div>
    </form>
  `;
}
