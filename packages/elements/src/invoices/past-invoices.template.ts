import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invoiceRow, type RowView } from './invoice-row.template.ts';

export interface PastInvoicesView extends RowView {
  readonly invoices: readonly InvoiceSummary[];
  readonly hasMore: boolean;
  readonly headingLevel: number;
  onMore(): void;
}

/** What was: paid, credited, void. */
export function pastInvoices(view: PastInvoicesView): TemplateResult | typeof nothing {
  const { say, invoices, hasMore } = view;
  if (invoices.length === 0 && !hasMore) return nothing;
  return html`
    <section aria-labelledby="history">
      <div class="eyebrow" id="history" role="heading" aria-level=${view.headingLevel}>${say('history')}</div>
      <ul class="rows" role="list" part="list">${invoices.map((invoice) => invoiceRow(view, invoice))}</ul>
      ${hasMore ? html`<button type="button" class="plain" part="button" data-action="more" aria-busy=${view.busyPaper === 'more' ? 'true' : nothing}
        @click=${() => view.onMore()}>${say('more')}</button>` : nothing}
    </section>
  `;
}
