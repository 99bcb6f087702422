import type { InvoiceStart, InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayInvoices } from './invoices-messages.ts';
import { payButton, type PayView } from './pay-button.template.ts';

type Owed = InvoiceStart['owed'][number];

export interface OwedView extends PayView {
  readonly start: InvoiceStart;
  readonly headingLevel: number;
  /** Something is chosen below: then that is the next thing to do. */
  readonly isChoosing: boolean;
  /** What may be agreed to while paying. */
  readonly consent: TemplateResult | typeof nothing | undefined;
  readonly busyPaper: string | undefined;
  onLatest(invoice: Pick<InvoiceSummary, 'id' | 'number'>): void;
}

/** So many can be paid at once. */
const most = 20;

/** The first sentence: what is owed and until when, or that nothing is. */
export function owed(view: OwedView): TemplateResult {
  const { say, start, headingLevel } = view;
  const credit = start.credit.filter(({ creditMinor }) => creditMinor > 0).map(({ label }) => html`<p class="hint">${say('credit', { amount: label })}</p>`);
  return html`
    <header class="owed" part="header">
      ${start.owed.length === 0 ? html`<p class="heading" part="title" role="heading" aria-level=${headingLevel}>${say('nothing')}</p>` : start.owed.map((one) => debt(view, one))}
      ${view.consent}
      ${credit}
      ${latest(view)}
    </header>
  `;
}

function debt(view: OwedView, one: Owed): TemplateResult {
  const { say, start } = view;
  const invoices = start.open.filter(({ currency, canPay }) => currency === one.currency && canPay);
  const late = one.overdueMinor > 0;
  const isWhole = one.overdueMinor === one.dueMinor;
  return html`
    <div class="debt">
      <p class="heading" part="title" role="heading" aria-level=${view.headingLevel}>${sentence(say, one)}</p>
      ${late ? html`<p class="danger-text strong">${say(isWhole ? 'overdueSince' : 'overduePart', { amount: one.overdueLabel, day: one.nextDueDay ?? '' })}</p>` : nothing}
      ${view.canPay && invoices.length > 0 && invoices.length <= most
        ? payButton(view, { wish: { place: 'all', invoices }, label: say('pay', { amount: one.label }), isPrimary: !view.isChoosing }) : nothing}
    </div>
  `;
}

function sentence(say: SayInvoices, { label: amount, nextDueDay: day, overdueMinor, count }: Owed): string {
  if (!day || overdueMinor > 0) return say('owe', { amount });
  return say(count === 1 ? 'oweDue' : 'oweFirst', { amount, day });
}

function latest({ say, start, busyPaper, onLatest }: OwedView): TemplateResult | typeof nothing {
  const id = start.latestId;
  if (!id) return nothing;
  const invoice = [...start.open, ...start.recent.items].find((one) => one.id === id);
  return html`<button type="button" class="plain" part="button" data-action="latest" aria-busy=${busyPaper === `pdf ${id}` ? 'true' : nothing}
    @click=${() => onLatest({ id, number: invoice?.number ?? null })}>${say('latest')}</button>`;
}
