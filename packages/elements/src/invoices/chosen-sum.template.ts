import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, type TemplateResult } from 'lit';
import { payButton, type PayView } from './pay-button.template.ts';

/** What the chosen invoices come to, and paying them at once; in sight as long as they are. */
export function chosenSum(view: PayView, invoices: readonly InvoiceSummary[], sum: string): TemplateResult {
  const { say } = view;
  return html`
    <div class="sum" part="toolbar">
      <p><span class="strong figures">${sum}</span> <span class="hint">${say('chosen')}</span></p>
      <div>${payButton(view, { wish: { place: 'chosen', invoices }, label: say('pay', { amount: sum }), isPrimary: true })}</div>
    </div>
  `;
}
