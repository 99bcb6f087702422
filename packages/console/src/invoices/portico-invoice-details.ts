import type { ClientAccount, Invoice } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { clientAccount, invoice as invoiceSource, issueInvoice, pdfOf, receiptOf } from '../api/invoices.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { mayAdminister } from '../app/session.ts';
import { amountText } from '../ui/amount-text.ts';
import { dayInWords, inSentence, money, theHouse } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { currentSheet, openSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { dueWords } from './due-words.ts';
import { invoiceTone, invoiceWords, methodWord } from './invoice-words.ts';
import { invoicesChanged } from './live-invoices.ts';
import { openGiveBackSheet, openInvoiceSheet, openPaymentSheet } from './open-invoice-sheets.ts';
import './portico-credit-note.ts';
import './portico-invoice-reminders.ts';
import './portico-use-credit.ts';
import './portico-void.ts';
import { totalRows } from './totals.template.ts';

/** One invoice in the side sheet: look, get paid, take back. */
export class PorticoInvoiceDetails extends LightElement {
  static override properties = { invoiceId: { attribute: false }, mode: { state: true }, isIssuing: { state: true } };
  declare invoiceId: string;
  declare mode: 'look' | 'void' | 'credit' | 'use-credit';
  declare isIssuing: boolean;
  readonly #invoice = new QueryController<Invoice>(this, () => invoiceSource(this.invoiceId));
  readonly #account = new QueryController<ClientAccount>(this, () => (this.#invoice.value ? clientAccount(this.#invoice.value.clientId) : undefined));

  constructor() {
    super();
    this.mode = 'look';
    this.isIssuing = false;
    this.addEventListener('done', () => { this.mode = 'look'; });
  }

  /** The sheet is called as the paper is, also once it has got its number. */
  protected override updated(): void {
    const called = this.#invoice.value?.number ?? (this.#invoice.value ? 'Draft' : undefined);
    const sheet = currentSheet();
    if (called && sheet?.name === `invoice-${this.invoiceId}` && sheet.title !== called) openSheet({ ...sheet, title: called });
  }

  /** The sheet is reused for the next invoice, which starts by being looked at. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('invoiceId')) this.mode = 'look';
  }

  protected override render(): TemplateResult {
    const invoice = this.#invoice.value;
    if (!invoice) return html`${waiting(this.#invoice, 7)}`;
    if (this.mode === 'credit') return html`<portico-credit-note .invoice=${invoice}></portico-credit-note>`;
    return html`${this.#facts(invoice)}
      ${this.mode === 'void' ? html`<portico-void .invoice=${invoice}></portico-void>` : this.mode === 'use-credit' ? html`<portico-use-credit .invoice=${invoice} .creditMinor=${this.#credit(invoice)}></portico-use-credit>` : this.#actions(invoice)}
      ${this.#lines(invoice)}${this.#movements(invoice)}${this.#reminders(invoice)}${this.#more(invoice)}`;
  }

  #facts(invoice: Invoice): TemplateResult {
    const { status, currency, dueMinor, dueOn, kind, totalMinor, creditOf } = invoice;
    const owes = kind === 'invoice' && dueMinor > 0 && status !== 'void';
    return html`<div class="invoice-facts"><p class="invoice-big figures">${money(owes ? dueMinor : totalMinor, currency)}</p>
      <p><span class="status ${kind === 'credit_note' ? '' : invoiceTone[status]}">${kind === 'credit_note' ? 'Credit note' : invoiceWords[status]}</span>
        ${owes && dueOn && status !== 'draft' ? html`<span class="meta">${dueWords(dueOn)}</span>` : nothing}</p>
      <p><a class="name" href="#/clients/${invoice.clientId}">${invoice.clientName}</a>${invoice.number ? html`<br><span class="meta">${invoice.number}${invoice.issuedOn ? `, issued ${inSentence(dayInWords(invoice.issuedOn))}` : ''}</span>` : nothing}</p>
      ${creditOf ? html`<p class="meta">Takes back <button type="button" class="link" @click=${() => openInvoiceSheet(creditOf.id, creditOf.number)}>${creditOf.number}</button></p>` : nothing}
      ${invoice.voidReason ? html`<p class="note">Void: ${invoice.voidReason}</p>` : nothing}</div>`;
  }

  #credit({ currency }: Invoice): number {
    return this.#account.value?.credit.find((one) => one.currency === currency)?.creditMinor ?? 0;
  }

  #actions(invoice: Invoice): TemplateResult {
    const { id, clientId, clientName, status, kind, dueMinor, paidMinor, creditedMinor } = invoice;
    if (status === 'draft') {
      return html`<div class="actions"><a class="button" href="#/invoices/edit/${id}">Edit</a>
        <button type="button" class="primary" ?data-busy=${this.isIssuing} @click=${() => void this.#issue(invoice)}>Issue</button></div>`;
    }
    const pdf = html`<a class="button" href=${pdfOf(id)} download>${icon('download')} PDF</a>`;
    if (kind === 'credit_note' || status === 'void') return html`<div class="actions">${pdf}</div>`;
    const credit = this.#credit(invoice);
    return html`<div class="actions">${dueMinor > 0 ? html`<button type="button" class="primary" @click=${() => openPaymentSheet({ clientId, clientName, invoiceId: id })}>Record a payment</button>` : nothing}${pdf}
        ${dueMinor > 0 && credit > 0 ? html`<button type="button" @click=${() => { this.mode = 'use-credit'; }}>Use ${money(Math.min(credit, dueMinor), invoice.currency)} of account credit</button>` : nothing}</div>
      ${mayAdminister() ? html`<div class="actions back-actions">${creditedMinor < invoice.totalMinor ? html`<button type="button" class="quiet" @click=${() => { this.mode = 'credit'; }}>Credit note…</button>` : nothing}
        ${paidMinor + creditedMinor === 0 ? html`<button type="button" class="quiet" @click=${() => { this.mode = 'void'; }}>Void…</button>` : nothing}</div>` : nothing}`;
  }

  #lines(invoice: Invoice): TemplateResult {
    const { currency, dueMinor, paidMinor, creditedMinor, kind, status } = invoice;
    const rest = [
      ...(paidMinor > 0 ? [{ name: 'Paid', amountMinor: -paidMinor }] : []), ...(creditedMinor > 0 ? [{ name: 'Credited', amountMinor: -creditedMinor }] : []),
      ...(kind === 'invoice' && paidMinor + creditedMinor > 0 && status !== 'void' ? [{ name: 'Open', amountMinor: dueMinor, isFinal: true }] : []),
    ];
    return html`<section class="sheet-section"><h3>What it is for</h3><ul class="shown-lines">${invoice.lines.map((line) => html`<li><span class="grow">${line.description}<span class="meta figures">${amountText(line.quantityMilli, 3, theHouse().lang)} × ${money(line.unitPriceMinor, currency)}${line.discountMinor > 0 ? `, ${money(line.discountMinor, currency)} off` : ''}${line.taxIncluded && line.taxIds.length > 0 ? ', tax included' : ''}</span></span>
      <span class="figures">${money(line.amountMinor, currency)}</span></li>`)}</ul>${totalRows(invoice, currency, rest)}</section>`;
  }

  #movements({ payments, currency, clientId }: Invoice): TemplateResult | typeof nothing {
    if (payments.length === 0) return nothing;
    return html`<section class="sheet-section"><h3>Paid and credited</h3><ul class="rows movements">${payments.map(({ id, kind, amountMinor, method, receivedOn }) => html`<li><span class="grow"><span>${methodWord(method)}</span><span class="meta">${dayInWords(receivedOn)}</span></span>
      <span class="figures">${money(amountMinor, currency)}</span>
      ${kind === 'payment' ? html`<a class="button icon-button" href=${receiptOf(id)} download aria-label="Receipt, ${money(amountMinor, currency)}">${icon('download')}</a>${mayAdminister() ? html`<button type="button" class="quiet" @click=${() => openGiveBackSheet(id, clientId)}>Give back…</button>` : nothing}` : nothing}
      ${kind === 'credit_note' ? html`<button type="button" class="quiet" @click=${() => openInvoiceSheet(id, 'Credit note')}>Open</button>` : nothing}</li>`)}</ul></section>`;
  }

  #reminders({ id, number, kind, status, dueMinor }: Invoice): TemplateResult | typeof nothing {
    if (kind !== 'invoice' || !number) return nothing;
    return html`<portico-invoice-reminders .invoiceId=${id} .number=${number} .isOwed=${status !== 'void' && dueMinor > 0}></portico-invoice-reminders>`;
  }

  #more({ billing, poNumber, note, depositMinor, depositDueOn, minimumPaymentMinor, currency, source }: Invoice): TemplateResult {
    const address = [billing.name, ...billing.address.split('\n'), billing.taxNumber].filter(Boolean);
    return html`<section class="sheet-section invoice-more"><h3>On the paper</h3><p>${address.map((row, index) => html`${index > 0 ? html`<br>` : nothing}${row}`)}</p>
      ${poNumber ? html`<p class="meta">PO number ${poNumber}</p>` : nothing}
      ${depositMinor && depositDueOn ? html`<p class="meta">Deposit of ${money(depositMinor, currency)} due ${inSentence(dayInWords(depositDueOn))}</p>` : nothing}
      ${minimumPaymentMinor ? html`<p class="meta">At least ${money(minimumPaymentMinor, currency)} at a time</p>` : nothing}
      ${source.kind === 'booking' ? html`<p class="meta">Made from a booking</p>` : nothing}${note ? html`<p class="note">${note}</p>` : nothing}</section>`;
  }

  async #issue({ id }: Invoice): Promise<void> {
    if (this.isIssuing) return;
    this.isIssuing = true;
    try {
      const issued = await issueInvoice(id);
      toast({ text: `${issued.number} for ${issued.clientName} is issued: ${issued.label.total}.` });
      invoicesChanged();
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    } finally {
      this.isIssuing = false;
    }
  }
}

customElements.define('portico-invoice-details', PorticoInvoiceDetails);
