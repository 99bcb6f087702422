import type { Payment } from '@portico/contract/invoices/payments.ts';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { clientAccount, payments, refundPayment } from '../api/invoices.ts';
import { amountFrom, priceText } from '../ui/amount-text.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { dayInWords, fractionDigits, inSentence, money, theHouse } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { amountHint } from './invoice-draft.ts';
import { methodWord } from './invoice-words.ts';
import { invoicesChanged } from './live-invoices.ts';
import { openInvoiceSheet } from './open-invoice-sheets.ts';

/** Gives money back from a payment: there must be account credit for it, which a credit note makes. */
export class PorticoGiveBack extends LightElement {
  static override properties = { paymentId: { attribute: false }, clientId: { attribute: false } };
  declare paymentId: string;
  declare clientId: string;
  readonly #payments = new QueryController(this, () => payments({ client: this.clientId, limit: 100 }));
  readonly #account = new QueryController(this, () => clientAccount(this.clientId));
  readonly #form = new FormController(this, { amount: '', reason: '' });
  #filledFor = '';

  protected override willUpdate(_changed: PropertyValues): void {
    const payment = this.#payment();
    if (!payment || !this.#account.value) return;
    const amount = priceText(this.#most(payment), fractionDigits(payment.currency), theHouse().lang);
    const key = `${payment.id} ${amount}`;
    // What was known first may be old; what somebody is typing stays.
    if (key === this.#filledFor || (this.#form.isDirty && this.#filledFor.startsWith(payment.id))) return;
    this.#filledFor = key;
    this.#form.fill({ amount, reason: '' });
  }

  #payment(): Payment | undefined {
    return this.#payments.value?.items.find(({ id }) => id === this.paymentId);
  }

  #most({ currency, amountMinor, refundedMinor }: Payment): number {
    const credit = this.#account.value?.credit.find((one) => one.currency === currency)?.creditMinor ?? 0;
    return Math.min(credit, amountMinor - refundedMinor);
  }

  protected override render(): TemplateResult {
    const payment = this.#payment();
    if (!payment || !this.#account.value) return html`${waiting(this.#payments, 4)}`;
    const { label, clientName, receivedOn, method, provider, currency, refundedMinor, amountMinor } = payment;
    const most = this.#most(payment);
    const facts = html`<p>${label} from <a class="name" href="#/clients/${this.clientId}">${clientName}</a><br><span class="meta">${methodWord(method)}, ${inSentence(dayInWords(receivedOn))}${refundedMinor > 0 ? `, ${money(refundedMinor, currency)} given back already` : ''}</span></p>`;
    if (refundedMinor >= amountMinor) return html`${facts}<p class="note">All of it was given back.</p>`;
    if (most === 0) return html`<div class="sheet-part">${facts}${this.#needsNote(payment)}</div>`;
    return html`<form novalidate @submit=${this.#send}>${facts}
      ${textField(this.#form, 'amount', { label: 'Amount', path: 'amountMinor', before: currency, inputmode: 'decimal', maxlength: 20, hint: `Up to ${money(most, currency)}: that much of it is account credit.` })}
      ${textField(this.#form, 'reason', { label: 'Reason', maxlength: 300, hint: 'The client reads it.' })}
      <p class="meta">${provider === 'manual' ? 'It came by hand: pay it back the same way. This writes it down.' : 'It goes back the way it came, in a few days.'}</p>
      ${saveRow(this.#form, { label: 'Give it back' })}</form>`;
  }

  /** Money that pays an invoice is owed to the business: first the invoice is taken back. */
  #needsNote({ allocations }: Payment): TemplateResult {
    return html`<p class="note">This money pays what was invoiced. Take the invoice back first, all of it or a part, with a credit note: then it can be given back.</p>
      <div class="actions">${allocations.map(({ invoiceId, number }) => html`<button type="button" @click=${() => openInvoiceSheet(invoiceId, number)}>Open ${number}</button>`)}</div>`;
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const payment = this.#payment();
    if (!payment) return;
    const reason = this.#form.draft.reason.trim();
    const amountMinor = amountFrom(this.#form.draft.amount, fractionDigits(payment.currency), theHouse().lang);
    if (this.#form.refuse({ amountMinor: amountMinor ? '' : amountHint(payment.currency), reason: reason ? '' : 'Say why, in a few words.' }) || !amountMinor) return;
    if (!(await this.#form.send(() => refundPayment(payment.id, { amountMinor, reason })))) return;
    invoicesChanged();
    closeSheet();
    toast({ text: `${money(amountMinor, payment.currency)} ${payment.provider === 'manual' ? 'is written down as given back' : 'is on its way back'} to ${payment.clientName}.` });
  };
}

customElements.define('portico-give-back', PorticoGiveBack);
