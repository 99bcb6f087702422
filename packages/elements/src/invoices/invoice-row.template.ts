import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { SayInvoices } from './invoices-messages.ts';

/** What every row needs. */
export interface RowView {
  readonly say: SayInvoices;
  readonly openedId: string | undefined;
  readonly busyPaper: string | undefined;
  readonly changed: ReadonlySet<string>;
  /** What opens below a row. */
  details(invoice: InvoiceSummary): TemplateResult | typeof nothing;
  onToggle(invoice: InvoiceSummary): void;
  onPdf(invoice: InvoiceSummary): void;
}

const chevron = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="m6 9 6 6 6-6"/>`}</svg>`;

/** One invoice: what for, number, day, status, amount; and at its end what can be done with it. */
export function invoiceRow(view: RowView, invoice: InvoiceSummary, { pay, pick }: { readonly pay?: TemplateResult; readonly pick?: TemplateResult } = {}): TemplateResult {
  const { say, openedId, changed } = view;
  const { id, label, kind } = invoice;
  const isOpen = openedId === id;
  const isDue = invoice.dueMinor > 0;
  return html`
    <li part="item" data-invoice=${id} data-status=${kind === 'invoice' ? invoice.status : kind}>
      <div class="row ${pick ? 'with-pick' : ''} ${changed.has(id) ? 'changed' : ''}">
        ${pick ?? nothing}
        <div class="what">
          <button type="button" class="title" aria-expanded=${isOpen} @click=${() => view.onToggle(invoice)}><span class="words">${invoice.title}</span>${chevron}</button>
          <p class="hint figures"><bdi>${invoice.number}</bdi> · <bdi>${isDue && label.dueDay ? say('due', { day: label.dueDay }) : label.issuedDay}</bdi></p>
        </div>
        <p class="status"><span class="dot" aria-hidden="true"></span>${say(kind === 'credit_note' ? kind : wordOf(invoice))}</p>
        <p class="amount figures"><bdi class="strong">${isDue ? label.due : signed(invoice)}</bdi>
          ${isDue && invoice.dueMinor < invoice.totalMinor ? html`<span class="hint">${say('ofTotal', { amount: label.total })}</span>` : nothing}</p>
        <div class="acts">
          ${pay ?? nothing}
          <button type="button" class="plain pdf" part="button" data-action="pdf" aria-label=${say('pdfOf', { invoice: invoice.number ?? '' })}
            aria-busy=${view.busyPaper === `pdf ${id}` ? 'true' : nothing} @click=${() => view.onPdf(invoice)}>${say('pdf')}</button>
        </div>
      </div>
      ${isOpen ? view.details(invoice) : nothing}
    </li>
  `;
}

/** A draft never reaches a client. */
const wordOf = ({ status }: InvoiceSummary): Exclude<InvoiceSummary['status'], 'draft'> => (status === 'draft' ? 'issued' : status);
/** A credit note takes back. */
const signed = ({ kind, label }: InvoiceSummary): string => (kind === 'credit_note' ? `−${label.total}` : label.total);
