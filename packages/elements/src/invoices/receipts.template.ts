import type { Payment } from '@portico/contract/invoices/payments.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { methodWord } from './invoice-details.template.ts';
import type { SayInvoices } from './invoices-messages.ts';

export interface ReceiptsView {
  readonly say: SayInvoices;
  readonly payments: readonly Payment[] | undefined;
  readonly failure: string | undefined;
  readonly hasMore: boolean;
  readonly isBusy: boolean;
  readonly busyPaper: string | undefined;
  money(minor: number, currency: string): string;
  day(date: string): string;
  onReceipt(paymentId: string): void;
  onMore(): void;
  onRetry(): void;
}

/** What was paid, with a receipt for each. */
export function receipts(view: ReceiptsView): TemplateResult {
  const { say, payments, failure } = view;
  if (!payments) {
    return failure ? html`<p class="trouble" role="alert"><span part="error">${failure}</span> <button type="button" class="plain" part="button" @click=${() => view.onRetry()}>${say('tryAgain')}</button></p>`
      : html`<p class="hint" role="status">${say('loading')}</p>`;
  }
  if (payments.length === 0) return html`<p class="hint">${say('noPayments')}</p>`;
  return html`
    <ul class="papers figures" role="list">${payments.map((payment) => row(view, payment))}</ul>
    ${view.hasMore ? html`<button type="button" class="plain" part="button" data-action="more-receipts" aria-disabled=${view.isBusy ? 'true' : nothing} @click=${() => view.onMore()}>${say('more')}</button>` : nothing}
    ${failure ? html`<p class="error" part="error" role="alert">${failure}</p>` : nothing}
  `;
}

function row({ say, busyPaper, money, day, onReceipt }: ReceiptsView, { id, amountMinor, refundedMinor, currency, method, receivedOn, allocations }: Payment): TemplateResult {
  const amount = money(amountMinor, currency);
  const about = [say(methodWord(method)), ...allocations.map(({ number }) => number)].join(' · ');
  return html`<li>
    <span>${day(receivedOn)}</span>
    <span class="hint">${about}${refundedMinor > 0 ? html`<br>${say('refunded', { amount: money(refundedMinor, currency) })}` : nothing}</span>
    <bdi class="came">${amount}</bdi>
    <button type="button" class="plain" part="button" data-action="receipt" aria-label=${say('receiptFor', { amount, day: day(receivedOn) })}
      aria-busy=${busyPaper === `receipt ${id}` ? 'true' : nothing} @click=${() => onReceipt(id)}>${say('receipt')}</button>
  </li>`;
}
