import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { invoiceRow, type RowView } from './invoice-row.template.ts';
import { payButton, type PayView } from './pay-button.template.ts';

export interface OpenInvoicesView extends PayView, RowView {
  readonly invoices: readonly InvoiceSummary[];
  readonly chosen: ReadonlySet<string>;
  readonly headingLevel: number;
  /** What the chosen ones come to, and paying it. */
  readonly sum: TemplateResult | typeof nothing | undefined;
  onChoose(invoice: InvoiceSummary, isChosen: boolean): void;
}

const tick = html`<span class="tick" aria-hidden="true"><svg class="icon" viewBox="0 0 24 24">${svg`<path d="M20 6 9 17l-5-5"/>`}</svg></span>`;

/** What is to be paid, each with its own button; several can be chosen and paid at once. */
export function openInvoices(view: OpenInvoicesView): TemplateResult | typeof nothing {
  const { say, invoices, chosen } = view;
  if (invoices.length === 0) return nothing;
  // One payment is in one currency.
  const currency = invoices.find(({ id }) => chosen.has(id))?.currency;
  return html`
    <section aria-labelledby="to-pay">
      <div class="eyebrow" id="to-pay" role="heading" aria-level=${view.headingLevel}>${say('toPay')}</div>
      <ul class="rows" role="list" part="list">${invoices.map((invoice) => row(view, invoice, currency))}</ul>
      ${view.sum ?? nothing}
    </section>
  `;
}

function row(view: OpenInvoicesView, invoice: InvoiceSummary, currency: string | undefined): TemplateResult {
  const { say, invoices, chosen } = view;
  const name = invoice.number ?? invoice.title;
  const canPay = view.canPay && invoice.canPay;
  const canChoose = canPay && invoices.some((other) => other !== invoice && other.canPay && other.currency === invoice.currency);
  const isOther = currency !== undefined && currency !== invoice.currency;
  return invoiceRow(view, invoice, {
    ...(canPay && { pay: payButton(view, {
      wish: { place: 'row', invoices: [invoice] }, label: say('pay', { amount: invoice.label.due }), spoken: say('payFor', { amount: invoice.label.due, invoice: name }), isPrimary: false,
    }) }),
    ...(canChoose && { pick: html`<label class="pick"><input type="checkbox" aria-label=${say('choose', { invoice: name })} .checked=${chosen.has(invoice.id)} ?disabled=${isOther}
      @change=${(event: Event) => view.onChoose(invoice, (event.target as HTMLInputElement).checked)}>${tick}</label>` }),
  });
}
