import type { Payment, PaymentPage } from '@portico/contract/invoices/payments.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { payments, receiptOf } from '../api/invoices.ts';
import { mayAdminister } from '../app/session.ts';
import { money, shortDay } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { methodWord } from './invoice-words.ts';
import { openGiveBackSheet } from './open-invoice-sheets.ts';
import './portico-invoices-head.ts';

/** All money that came in. */
export class PorticoPayments extends LightElement {
  static override properties = { more: { state: true } };
  declare more: readonly PaymentPage[];
  readonly #first = new QueryController<PaymentPage>(this, () => payments({ limit: 30 }));

  constructor() {
    super();
    this.more = [];
  }

  protected override render(): TemplateResult {
    return html`<div class="page"><portico-invoices-head shown="payments"></portico-invoices-head>
      ${staleNote(this.#first)}${this.#first.value ? this.#list(this.#first.value) : waiting(this.#first, 8)}</div>`;
  }

  #list(first: PaymentPage): TemplateResult {
    const pages = [first, ...this.more];
    const items = pages.flatMap((page): readonly Payment[] => page.items);
    const next = pages.at(-1)?.nextCursor;
    if (items.length === 0) return html`<div class="empty"><p>No payments yet. Those by card appear by themselves; the others you record.</p></div>`;
    return html`<ul class="rows payment-rows">${items.map(paymentRow)}</ul>
      ${next ? html`<p class="list-more"><button type="button" @click=${async () => { this.more = [...this.more, await payments({ cursor: next, limit: 30 }).load()]; }}>Show more</button></p>` : nothing}`;
  }
}

function paymentRow(payment: Payment): TemplateResult {
  const { id, clientId, clientName, label, method, receivedOn, allocations, creditMinor, refundedMinor, amountMinor, currency, reference, status } = payment;
  const what = [...allocations.map(({ number }) => number), ...(creditMinor > 0 ? [`${money(creditMinor, currency)} account credit`] : [])].join(', ');
  return html`<li><span class="grow"><a class="name" href="#/clients/${clientId}">${clientName}</a><span class="meta">${[methodWord(method), what, reference].filter(Boolean).join(' · ')}</span></span>
    <span class="invoice-sum figures">${label}${refundedMinor > 0 ? html`<span class="meta">${status === 'refunded' ? 'given back' : `${money(refundedMinor, currency)} given back`}</span>` : nothing}</span>
    <span class="meta payment-day">${shortDay(receivedOn)}</span>
    <span class="payment-acts"><a class="button icon-button" href=${receiptOf(id)} download aria-label="Receipt: ${clientName}, ${label}">${icon('download')}</a>
      ${mayAdminister() && refundedMinor < amountMinor ? html`<button type="button" class="quiet" aria-label="Give back: ${clientName}, ${label}" @click=${() => openGiveBackSheet(id, clientId)}>Give back…</button>` : nothing}</span></li>`;
}

customElements.define('portico-payments', PorticoPayments);
