import { html, nothing, type TemplateResult } from 'lit';
import { clientAccount, invoices } from '../api/invoices.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { dueWords } from './due-words.ts';
import { invoiceRow } from './invoice-row.template.ts';
import { invoiceStyles } from './invoices.styles.ts';
import { openPaymentSheet } from './open-invoice-sheets.ts';

const atFirst = 5;

/** What one client owes, has paid ahead, and all their papers. */
export class PorticoClientInvoices extends LightElement {
  static override properties = { clientId: { attribute: false }, clientName: { attribute: false }, most: { state: true } };
  declare clientId: string;
  declare clientName: string;
  declare most: number;
  readonly #account = new QueryController(this, () => clientAccount(this.clientId));
  readonly #invoices = new QueryController(this, () => invoices({ client: this.clientId, limit: 100 }));

  constructor() {
    super();
    this.most = atFirst;
    adoptStyles(invoiceStyles);
  }

  protected override render(): TemplateResult {
    const items = this.#invoices.value?.items;
    return html`<div class="title-row"><h2>Invoices</h2><div class="actions"><button type="button" class="quiet" @click=${() => openPaymentSheet({ clientId: this.clientId, clientName: this.clientName })}>Record a payment</button>
        <a class="button" href="#/invoices/new/${this.clientId}">${icon('plus')} Invoice</a></div></div>${this.#standing()}
      ${items === undefined ? waiting(this.#invoices, 2) : items.length === 0 ? html`<p class="meta">No invoices yet.</p>` : html`<ul class="rows">${items.slice(0, this.most).map((one) => invoiceRow(one, { withClient: false }))}</ul>
        ${items.length > this.most ? html`<p class="list-more"><button type="button" class="quiet" @click=${() => { this.most = items.length; }}>Show all</button></p>` : nothing}`}`;
  }

  #standing(): TemplateResult | typeof nothing {
    const account = this.#account.value;
    if (!account || account.owed.length + account.credit.length === 0) return nothing;
    return html`<p class="standing">${account.owed.map(({ label, overdueMinor, overdueLabel, nextDueOn }) => html`<span>Owes <strong class="figures">${label}</strong>${overdueMinor > 0 ? html`, <span class="status bad">${overdueLabel} overdue</span>` : nextDueOn ? `, ${dueWords(nextDueOn)}` : ''}</span>`)}
      ${account.credit.map(({ label }) => html`<span>Has <strong class="figures">${label}</strong> of account credit</span>`)}</p>`;
  }
}

customElements.define('portico-client-invoices', PorticoClientInvoices);
