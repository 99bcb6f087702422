import type { ConsoleInvoiceQuery, InvoicePage, InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { invoices, receivables } from '../api/invoices.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { ageing, debtors } from './ageing.template.ts';
import { invoiceRow } from './invoice-row.template.ts';
import { openInvoiceSheet } from './open-invoice-sheets.ts';
import './portico-invoices-head.ts';

type State = ConsoleInvoiceQuery['state'];
const states: readonly (readonly [state: State, name: string])[] = [['all', 'All'], ['draft', 'Drafts'], ['open', 'Open'], ['overdue', 'Overdue'], ['settled', 'Settled'], ['void', 'Void']];
const nothingThere: Readonly<Record<State, string>> = {
  all: 'No invoices yet. Write the first one; its number and date come when it is issued.', draft: 'No drafts.', open: 'Nobody owes anything.', overdue: 'Nothing is overdue.', settled: 'Nothing is settled yet.', void: 'Nothing is void.',
};
const pageSize = 30;
const debtorsAtFirst = 4;

/** All invoices, what is outstanding, and who owes it. */
export class PorticoInvoices extends LightElement {
  static override properties = { item: {}, filter: { state: true }, search: { state: true }, more: { state: true }, isLoadingMore: { state: true }, allDebtors: { state: true } };
  /** The invoice that lies open beside the list. */
  declare item: string;
  declare filter: State;
  declare search: string;
  declare more: readonly InvoicePage[];
  declare isLoadingMore: boolean;
  declare allDebtors: boolean;
  readonly #first = new QueryController<InvoicePage>(this, () => invoices({ state: this.filter, search: this.search, limit: pageSize }));
  readonly #owed = new QueryController(this, () => receivables);

  constructor() {
    super();
    this.item = '';
    this.filter = 'all';
    this.search = '';
    this.more = [];
    this.isLoadingMore = false;
    this.allDebtors = false;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('item') && this.item) openInvoiceSheet(this.item);
  }

  protected override render(): TemplateResult {
    return html`<div class="page"><portico-invoices-head></portico-invoices-head>${staleNote(this.#first)}
      ${(this.#owed.value?.items ?? []).map((owed) => html`<div class="outstanding">${ageing(owed)}${debtors(owed, this.allDebtors ? owed.clients.length : debtorsAtFirst, () => { this.allDebtors = true; })}</div>`)}
      <section class="section"><h2 class="visually-hidden">List</h2>
        <div class="list-tools invoice-tools">${this.#filters()}<input type="search" aria-label="Search by number" placeholder="Number" autocomplete="off" .value=${this.search} @input=${this.#typed}></div>
        ${this.#first.value ? this.#list(this.#first.value) : waiting(this.#first, 8)}</section></div>`;
  }

  #filters(): TemplateResult {
    return html`<fieldset class="segments"><legend class="visually-hidden">Show</legend><div class="segment-row">${states.map(([state, name]) => html`<label class="segment"><input type="radio" name="invoice-state" value=${state} .checked=${this.filter === state}
      @change=${() => { this.filter = state; this.more = []; }}><span>${name}</span></label>`)}</div></fieldset>`;
  }

  #list(first: InvoicePage): TemplateResult {
    const pages = [first, ...this.more];
    // A page that was fetched before something new came may hold what the first page shows, too.
    const items = [...new Map(pages.flatMap((page): readonly InvoiceSummary[] => page.items).map((one) => [one.id, one] as const)).values()];
    if (items.length === 0) return this.#empty();
    const next = pages.at(-1)?.nextCursor;
    return html`<ul class="rows">${items.map((one) => invoiceRow(one))}</ul>
      ${next ? html`<p class="list-more"><button type="button" ?data-busy=${this.isLoadingMore} @click=${() => void this.#showMore(next)}>Show more</button></p>` : nothing}`;
  }

  #empty(): TemplateResult {
    if (this.search) return html`<div class="empty"><p>No number holds “${this.search}”.</p><button type="button" @click=${() => { this.search = ''; }}>Show all</button></div>`;
    return html`<div class="empty"><p>${nothingThere[this.filter]}</p></div>`;
  }

  readonly #typed = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value.trim();
    this.more = [];
  };

  async #showMore(cursor: string): Promise<void> {
    if (this.isLoadingMore) return;
    this.isLoadingMore = true;
    try {
      const { filter, search } = this;
      const page = await invoices({ state: filter, search, cursor, limit: pageSize }).load();
      if (filter === this.filter && search === this.search) this.more = [...this.more, page];
    } finally {
      this.isLoadingMore = false;
    }
  }
}

customElements.define('portico-invoices', PorticoInvoices);
