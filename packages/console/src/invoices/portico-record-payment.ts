import type { Client } from '@portico/contract/clients.ts';
import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { invoices, recordPayment } from '../api/invoices.ts';
import '../bookings/portico-client-picker.ts';
import { go } from '../app/router.ts';
import { priceText } from '../ui/amount-text.ts';
import { choiceField, dateField, saveRow, segmentField, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { fractionDigits, money, theHouse, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { dueWords } from './due-words.ts';
import { methodChoices } from './invoice-words.ts';
import { invoicesChanged } from './live-invoices.ts';
import { openInvoiceSheet, type PaymentStart } from './open-invoice-sheets.ts';
import { readPayment, type PaymentDraft } from './payment-draft.ts';

/** The owner writes down money that came in: who, how much, how, and what for. */
export class PorticoRecordPayment extends LightElement {
  static override properties = { start: { attribute: false }, who: { state: true } };
  declare start: PaymentStart;
  declare who: { readonly id: string; readonly name: string } | undefined;
  readonly #open = new QueryController(this, () => (this.who ? invoices({ client: this.who.id, state: 'open', limit: 100 }) : undefined));
  readonly #form = new FormController<PaymentDraft>(this, { amount: '', method: 'bank_transfer', receivedOn: today(), reference: '', currency: theHouse().currency, spread: 'oldest', parts: {} });
  #filledFor = '';

  protected override willUpdate(changed: PropertyValues): void {
    const { clientId, clientName, invoiceId } = this.start;
    if (changed.has('start') && clientId) this.who = { id: clientId, name: clientName ?? '' };
    const found = this.#open.value?.items.find(({ id }) => id === invoiceId);
    if (!found || this.#filledFor === found.id) return;
    this.#filledFor = found.id;
    const due = this.#priceOf(found.dueMinor, found.currency);
    this.#form.fill({ ...this.#form.draft, amount: due, currency: found.currency, spread: 'chosen', parts: { [found.id]: due } });
  }

  protected override render(): TemplateResult {
    if (!this.who) return html`<portico-client-picker @pick-client=${(event: CustomEvent<Client>) => { this.who = event.detail; }} @new-client=${() => go('#/clients')}></portico-client-picker>`;
    if (!this.#open.value) return html`${waiting(this.#open, 5)}`;
    const form = this.#form;
    const open = this.#inCurrency();
    const currencies = [...new Set([theHouse().currency, ...this.#open.value.items.map(({ currency }) => currency)])];
    return html`<form novalidate @submit=${this.#save}><p>From <a href="#/clients/${this.who.id}" class="name">${this.who.name}</a></p>
      ${currencies.length > 1 ? choiceField(form, 'currency', { label: 'Currency', choices: currencies.map((value) => ({ value, label: value })) }) : nothing}
      ${textField(form, 'amount', { label: 'Amount', path: 'amountMinor', before: form.draft.currency, inputmode: 'decimal', maxlength: 20, autofocus: true })}
      ${choiceField(form, 'method', { label: 'How', choices: methodChoices })}
      ${dateField(form, 'receivedOn', { label: 'Received on', max: today() })}
      ${textField(form, 'reference', { label: 'Reference', isOptional: true, maxlength: 120, hint: 'As it stands on your bank statement.' })}
      ${open.length === 0 ? html`<p class="note">Nothing is open in ${form.draft.currency}: it becomes account credit.</p>` : this.#spread(open)}
      ${saveRow(form, { label: 'Record it' })}</form>`;
  }

  #inCurrency(): readonly InvoiceSummary[] {
    return (this.#open.value?.items ?? []).filter(({ currency }) => currency === this.#form.draft.currency).sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  }

  #spread(open: readonly InvoiceSummary[]): TemplateResult {
    const { draft, errors } = this.#form;
    const { leftMinor } = readPayment(draft, open);
    return html`${segmentField(this.#form, 'spread', { label: 'What for', choices: [{ value: 'oldest', label: 'The oldest first' }, { value: 'chosen', label: 'Chosen invoices' }] })}
      ${draft.spread === 'chosen' ? html`<ul class="rows pay-parts">${open.map((one) => this.#part(one))}</ul>` : nothing}
      ${errors['parts'] ? html`<p class="error" role="alert">${errors['parts']}</p>` : draft.spread === 'chosen' && leftMinor > 0 ? html`<p class="meta">${money(leftMinor, draft.currency)} becomes account credit.</p>` : nothing}`;
  }

  #part({ id, number, dueMinor, dueOn, currency, title }: InvoiceSummary): TemplateResult {
    const { parts } = this.#form.draft;
    const isChosen = parts[id] !== undefined;
    const error = this.#form.errors[`parts.${id}`];
    const toggle = (): void => {
      const { [id]: _, ...others } = parts;
      this.#form.set('parts', isChosen ? others : { ...parts, [id]: this.#priceOf(dueMinor, currency) });
    };
    return html`<li><label class="check grow"><input type="checkbox" .checked=${live(isChosen)} @change=${toggle}><span><span class="name">${number}</span> <span class="meta">${title}</span>
        <span class="meta">${money(dueMinor, currency)} open${dueOn ? `, ${dueWords(dueOn)}` : ''}</span></span></label>
      ${isChosen ? html`<input class="part-amount" inputmode="decimal" maxlength="20" autocomplete="off" aria-label="Amount for ${number}" aria-invalid=${error ? 'true' : nothing} .value=${live(parts[id] ?? '')} @input=${(event: Event) => this.#form.set('parts', { ...parts, [id]: (event.target as HTMLInputElement).value })}>` : nothing}
      ${error ? html`<p class="error">${error}</p>` : nothing}</li>`;
  }

  #priceOf(minor: number, currency: string): string {
    return priceText(minor, fractionDigits(currency), theHouse().lang);
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { who } = this;
    const { input, errors } = readPayment(this.#form.draft, this.#inCurrency());
    if (!who || this.#form.refuse(errors)) return;
    const made = await this.#form.send(() => recordPayment({ clientId: who.id, ...input }));
    if (!made) return;
    invoicesChanged();
    if (this.start.invoiceId) openInvoiceSheet(this.start.invoiceId);
    else closeSheet();
    const paid = made.allocations.map(({ number }) => number).join(', ');
    toast({ text: `${made.label} from ${who.name}${paid ? ` for ${paid}` : ''}${made.creditMinor > 0 ? `; ${money(made.creditMinor, made.currency)} is account credit` : ''}.` });
  };
}

customElements.define('portico-record-payment', PorticoRecordPayment);
