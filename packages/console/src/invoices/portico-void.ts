import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { html, type TemplateResult } from 'lit';
import { voidInvoice } from '../api/invoices.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { invoicesChanged } from './live-invoices.ts';

/** Takes back an invoice on which nothing was paid. It tells the client, so it asks for the reason. Fires `done`. */
export class PorticoVoid extends LightElement {
  static override properties = { invoice: { attribute: false } };
  declare invoice: Invoice;
  readonly #form = new FormController(this, { reason: '' });

  protected override render(): TemplateResult {
    return html`<form class="sheet-part" novalidate @submit=${this.#void}><h3>Void ${this.invoice.number}?</h3>
      <p class="meta">It keeps its number and nobody owes it any more. This cannot be undone.</p>
      ${textField(this.#form, 'reason', { label: 'Reason', maxlength: 300, autofocus: true, hint: 'The client reads it in a short letter.' })}
      ${saveRow(this.#form, { label: 'Void it', tone: 'danger', rest: html`<button type="button" class="quiet" @click=${this.#done}>Keep it</button>` })}</form>`;
  }

  readonly #void = async (event: Event): Promise<void> => {
    event.preventDefault();
    const reason = this.#form.draft.reason.trim();
    if (this.#form.refuse({ reason: reason ? '' : 'Say why, in a few words.' })) return;
    if (!(await this.#form.send(() => voidInvoice(this.invoice.id, reason)))) return;
    invoicesChanged();
    this.#done();
  };

  readonly #done = (): void => { this.dispatchEvent(new CustomEvent('done', { bubbles: true })); };
}

customElements.define('portico-void', PorticoVoid);
