import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../ui/icon.template.ts';
import { openPaymentSheet } from './open-invoice-sheets.ts';

const parts = [{ key: '', name: 'Invoices' }, { key: 'payments', name: 'Payments' }, { key: 'reviews', name: 'Needs a look' }] as const;

/** What the three pages about money share. */
export function invoicesHead(shown: (typeof parts)[number]['key'], reviewCount: number): TemplateResult {
  return html`<div class="page-head"><h1>Invoices</h1><button type="button" @click=${() => openPaymentSheet({})}>Record a payment</button>
      <a class="button primary floating-on-phone" href="#/invoices/new">${icon('plus')} <span>New invoice</span></a></div>
    <nav class="tabs" aria-label="Invoices">${parts.map(({ key, name }) => html`<a href="#/invoices${key && `/${key}`}" aria-current=${key === shown ? 'page' : nothing}>${name} ${key === 'reviews' && reviewCount > 0 ? html`<span class="count">${reviewCount}</span>` : nothing}</a>`)}</nav>`;
}
