import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { html, type TemplateResult } from 'lit';
import { applyCredit } from '../api/invoices.ts';
import { amountFrom, priceText } from '../ui/amount-text.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { fractionDigits, money, theHouse } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { amountHint } from './invoice-draft.ts';
import { invoicesChanged } from './live-invoices.ts';

/** Pays an invoice from what the client has paid ahead. Fires `done`. */
export class PorticoUseCredit extends LightElement {
  static override properties = { invoice: { attribute: false }, creditMinor: { attribute: false } };
  declare invoice: Invoice;
  declare creditMinor: number;
  readonly #form = new FormController(this, { amount: '' });

  override connectedCallback(): void {
    super.connectedCallback();
    const { currency, dueMinor } = this.invoice;
    this.#form.fill({ amount: priceText(Math.min(dueMinor, this.creditMinor), fractionDigits(currency), theHouse().lang) });
  }

  protected override render(): TemplateResult {
    const { currency, clientName } = this.invoice;
    return html`<form class="sheet-part" novalidate @submit=${this.#apply}><h3>Use account credit</h3>
      ${textField(this.#form, 'amount', { label: 'Amount', path: 'amountMinor', before: currency, inputmode: 'decimal', autofocus: true, hint: `${clientName} has ${money(this.creditMinor, currency)} of it.` })}
      ${saveRow(this.#form, { label: 'Use it', rest: html`<button type="button" class="quiet" @click=${this.#done}>Leave it</button>` })}</form>`;
  }

  readonly #apply = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { id, currency } = this.invoice;
    const amountMinor = amountFrom(this.#form.draft.amount, fractionDigits(currency), theHouse().lang);
    if (this.#form.refuse({ amountMinor: amountMinor ? '' : amountHint(currency) }) || !amountMinor) return;
    if (!(await this.#form.send(() => applyCredit(id, amountMinor)))) return;
    invoicesChanged();
    this.#done();
  };

  readonly #done = (): void => { this.dispatchEvent(new CustomEvent('done', { bubbles: true })); };
}

customElements.define('portico-use-credit', PorticoUseCredit);
