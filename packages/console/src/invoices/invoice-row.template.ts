import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { money, shortDay } from '../ui/formats.ts';
import { dueWords } from './due-words.ts';
import { invoiceTone, invoiceWords } from './invoice-words.ts';
import { openInvoiceSheet } from './open-invoice-sheets.ts';

/** One paper in a list: who, what for, how much, how it stands. */
export function invoiceRow(invoice: InvoiceSummary, { withClient = true } = {}): TemplateResult {
  const { id, number, clientName, title, currency, totalMinor, dueMinor, status, kind } = invoice;
  const called = number ?? 'Draft';
  const isPartly = status !== 'draft' && dueMinor > 0 && dueMinor !== totalMinor;
  return html`<li><button type="button" class="quiet row-button invoice-row" @click=${() => openInvoiceSheet(id, called)}>
    <span class="grow"><span class="name">${withClient ? clientName : called}</span><span class="meta">${withClient ? `${called} · ${title}` : title}</span></span>
    <span class="invoice-sum figures">${kind === 'credit_note' ? `−${money(totalMinor, currency)}` : money(totalMinor, currency)}${isPartly ? html`<span class="meta">${money(dueMinor, currency)} open</span>` : nothing}</span>
    <span class="invoice-state">${state(invoice)}</span></button></li>`;
}

function state({ kind, status, dueOn, issuedOn }: InvoiceSummary): TemplateResult {
  if (kind === 'credit_note') return html`<span class="status">Credit note</span><span class="meta">${issuedOn ? shortDay(issuedOn) : ''}</span>`;
  const isOwed = status === 'issued' || status === 'partly_paid' || status === 'overdue';
  return html`<span class="status ${invoiceTone[status]}">${invoiceWords[status]}</span>${isOwed && dueOn ? html`<span class="meta">${dueWords(dueOn)}</span>` : nothing}`;
}
