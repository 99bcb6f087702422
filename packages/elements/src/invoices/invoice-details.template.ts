import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { InvoicesMessage, SayInvoices } from './invoices-messages.ts';

export interface DetailsView {
  readonly say: SayInvoices;
  readonly invoice: Invoice;
  /** Where a question goes. */
  readonly email: string;
  readonly busyPaper: string | undefined;
  /** Paying a part: only where something is owed. */
  readonly paying: TemplateResult | typeof nothing;
  money(minor: number): string;
  day(date: string): string;
  number(thousandths: number): string;
  onReceipt(paymentId: string): void;
  onQuestion(): void;
}

/** What is on one invoice, below its row. */
export function invoiceDetails(view: DetailsView): TemplateResult {
  const { say, invoice } = view;
  return html`
    <div class="details" part="details">
      ${figures(view)}
      ${view.paying}
      ${facts(view)}
      ${payments(view)}
      ${invoice.note ? html`<p class="lines sentence">${invoice.note}</p>` : nothing}
      <a class="link ask" part="link" href=${question(view)} @click=${() => view.onQuestion()}>${say('ask')}</a>
    </div>
  `;
}

function figures({ say, invoice, money, number }: DetailsView): TemplateResult {
  const sum = (key: InvoicesMessage, minor: number, kind = ''): TemplateResult => html`<div class="figure ${kind}"><dt>${say(key)}</dt><dd><bdi>${minor < 0 ? `−${money(-minor)}` : money(minor)}</bdi></dd></div>`;
  const isPlain = invoice.taxes.length === 0;
  return html`
    <dl class="sums figures">
      ${invoice.lines.map((line) => html`<div class="figure">
        <dt class="lines">${line.description}${line.quantityMilli === 1000 ? nothing : html`<span class="hint"> ${say('times', { quantity: number(line.quantityMilli), price: money(line.unitPriceMinor) })}</span>`}</dt>
        <dd><bdi>${money(line.grossMinor)}</bdi></dd></div>
        ${line.discountMinor > 0 ? html`<div class="figure hint"><dt>${say('discount')}</dt><dd><bdi>−${money(line.discountMinor)}</bdi></dd></div>` : nothing}`)}
      ${isPlain ? nothing : sum('subtotal', invoice.subtotalMinor, 'hint first')}
      ${invoice.taxes.map((tax) => html`<div class="figure hint"><dt><bdi>${tax.name} ${percent(number, tax.ratePpm)}</bdi></dt><dd><bdi>${tax.label}</bdi></dd></div>`)}
      ${sum('total', invoice.totalMinor, 'strong first')}
      ${invoice.paidMinor > 0 ? sum('alreadyPaid', -invoice.paidMinor, 'hint') : nothing}
      ${invoice.creditedMinor > 0 ? sum('creditNote', -invoice.creditedMinor, 'hint') : nothing}
      ${invoice.dueMinor > 0 && invoice.dueMinor < invoice.totalMinor ? sum('stillDue', invoice.dueMinor, 'strong') : nothing}
    </dl>
  `;
}

const percent = (number: DetailsView['number'], ppm: number): string => (ppm === 0 ? '' : `${number(ppm / 10)} %`);

function facts({ say, invoice }: DetailsView): TemplateResult {
  const { billing, label, creditOf } = invoice;
  const known: readonly (readonly [InvoicesMessage, string | null | undefined])[] = [
    ['voided', invoice.voidReason], ['creditOf', creditOf?.number], ['issuedOn', label.issuedOn], ['dueOn', label.dueOn],
    ['billedTo', [billing.name, billing.address].filter(Boolean).join('\n')], ['taxNumber', billing.taxNumber], ['poNumber', invoice.poNumber],
  ];
  return html`<dl class="facts">${known.map(([key, value]) => (value ? html`<dt>${say(key)}</dt><dd class="lines">${value}</dd>` : nothing))}</dl>`;
}

const kinds = { credit: 'accountCredit', credit_note: 'creditNote' } as const;
const methods: readonly string[] = ['card', 'bank_transfer', 'cash', 'card_terminal', 'other'];

/** How it was paid: a method that nobody has words for is a card. */
export const methodWord = (method: string): InvoicesMessage => (methods.includes(method) ? method as InvoicesMessage : 'card');

function payments({ say, invoice, busyPaper, day, onReceipt }: DetailsView): TemplateResult | typeof nothing {
  if (invoice.payments.length === 0) return nothing;
  return html`
    <div>
      <p class="label">${say('payments')}</p>
      <ul class="papers figures" role="list">${invoice.payments.map(({ id, kind, label, method, receivedOn }) => html`<li>
        <span>${day(receivedOn)}</span><span class="hint">${say(kind === 'payment' || kind === 'refund' ? methodWord(method) : kinds[kind])}</span><bdi class="came">${label}</bdi>
        ${kind === 'payment' ? html`<button type="button" class="plain" part="button" data-action="receipt" aria-label=${say('receiptFor', { amount: label, day: day(receivedOn) })}
          aria-busy=${busyPaper === `receipt ${id}` ? 'true' : nothing} @click=${() => onReceipt(id)}>${say('receipt')}</button>` : nothing}</li>`)}</ul>
    </div>
  `;
}

const question = ({ say, email, invoice }: DetailsView): string => `mailto:${email}?subject=${encodeURIComponent(say('askSubject', { number: invoice.number ?? '' }).replaceAll(/[\u2066-\u2069]/g, ''))}`;
