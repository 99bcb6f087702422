import type { InvoiceReminders } from '@portico/contract/invoices/chasing.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { reminders } from '../api/invoices.ts';
import { dayOf, moment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { setHeld, stepWords } from './chasing-words.ts';

/** How one invoice is chased: what went out, what comes next, and a way to hold it back. */
export class PorticoInvoiceReminders extends LightElement {
  static override properties = { invoiceId: { attribute: false }, number: { attribute: false }, isOwed: { attribute: false } };
  declare invoiceId: string;
  declare number: string;
  declare isOwed: boolean;
  readonly #reminders = new QueryController<InvoiceReminders>(this, () => reminders(this.invoiceId));

  protected override render(): TemplateResult | typeof nothing {
    const chased = this.#reminders.value;
    if (!chased || (!this.isOwed && chased.sent.length === 0)) return nothing;
    return html`<section class="sheet-section"><h3>Reminders</h3>
      ${chased.sent.length > 0 ? html`<ul class="rows movements">${chased.sent.map((step) => html`<li><span class="grow">${stepWords(step)}</span><span class="meta">${dayOf(step.at)}</span></li>`)}</ul>` : nothing}
      ${this.isOwed ? this.#next(chased) : nothing}</section>`;
  }

  #next({ held, next: [step] }: InvoiceReminders): TemplateResult {
    const hold = html`<button type="button" class="quiet" @click=${() => void setHeld(this.invoiceId, this.number, !held)}>${held ? 'Let them go on' : 'Hold back'}</button>`;
    if (held) return html`<p>Held back: nothing goes out.</p><div class="actions back-actions">${hold}</div>`;
    return step ? html`<p>Next: ${stepWords(step)}, ${moment(step.at)}.</p><div class="actions back-actions">${hold}</div>` : html`<p class="meta">No more reminders are planned.</p>`;
  }
}

customElements.define('portico-invoice-reminders', PorticoInvoiceReminders);
