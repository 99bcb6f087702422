import { html, nothing, type TemplateResult } from 'lit';
import { reviews } from '../api/invoices.ts';
import { planRequests } from '../api/plans.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { openPaymentSheet } from './open-invoice-sheets.ts';

const parts = [{ key: '', name: 'Invoices' }, { key: 'payments', name: 'Payments' }, { key: 'chasing', name: 'Reminders' }, { key: 'reviews', name: 'Needs a look' }] as const;

/** What the pages about money share: what can be done, where to go, how much needs a look. */
export class PorticoInvoicesHead extends LightElement {
  static override properties = { shown: {} };
  declare shown: (typeof parts)[number]['key'];
  readonly #wishes = new QueryController(this, () => planRequests);
  readonly #reviews = new QueryController(this, () => reviews);

  constructor() {
    super();
    this.shown = '';
  }

  protected override render(): TemplateResult {
    const open = this.#reviews.value?.items.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0;
    const count = open + (this.#wishes.value?.items.length ?? 0);
    return html`<div class="page-head"><h1>Invoices</h1><button type="button" @click=${() => openPaymentSheet({})}>Record a payment</button>
        <a class="button primary floating-on-phone" href="#/invoices/new">${icon('plus')} <span>New invoice</span></a></div>
      <nav class="tabs" aria-label="Invoices">${parts.map(({ key, name }) => html`<a href="#/invoices${key && `/${key}`}" aria-current=${key === this.shown ? 'page' : nothing}>${name} ${key === 'reviews' && count > 0 ? html`<span class="count">${count}</span>` : nothing}</a>`)}</nav>`;
  }
}

customElements.define('portico-invoices-head', PorticoInvoicesHead);
