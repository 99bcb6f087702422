import { countriesIn, type Country } from '@portico/contract/countries.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { BillingView } from './billing.template.ts';

/** Naming and sorting 249 countries takes a slow phone a moment: once for a language. */
let named: { readonly key: string; readonly countries: readonly Country[] } | undefined;

function countriesFor(locale: string, kept: string): readonly Country[] {
  const key = `${locale} ${kept.length === 2 ? '' : kept}`;
  if (named?.key !== key) named = { key, countries: countriesIn(locale, kept) };
  return named.countries;
}

/** A country by its name. The browser's own list: a phone shows it better than any of ours. */
export function countryField({ say, locale, errors, onType }: BillingView, value: string): TemplateResult {
  const error = errors.country;
  return html`
    <div class="field">
      <label class="label" part="label" for="country">${say('country')}</label>
      <span class="select"><select part="input" id="country" name="country" autocomplete="billing country" aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? 'country-error' : nothing}
        @change=${(event: Event) => onType('country', (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${value === ''}>${say('noCountry')}</option>
        ${countriesFor(locale, value).map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
      </select></span>
      ${error ? html`<p class="error" part="error" id="country-error">${error}</p>` : nothing}
    </div>`;
}
