import type { PortalClient } from '@portico/client/portal-client.ts';
import type { Invoice, InvoiceStart, InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import type { ReactiveController } from 'lit';
import { LoadController, type Load } from '../base/load-controller.ts';
import type { InvoicesDoor } from './invoices-door.ts';
import { saveFile } from './save-file.ts';

/** The one invoice whose details are open. */
export interface OpenedInvoice {
  readonly id: string;
  /** Undefined while it is on its way. */
  readonly invoice?: Invoice;
  readonly failure?: string;
}

/** What somebody owes and has owed, live. */
export class InvoicesController implements ReactiveController {
  opened: OpenedInvoice | undefined;
  /** A link led to an invoice that is not there. */
  notice: string | undefined;
  /** What is being fetched: a page of the list, or a paper. */
  busy: string | undefined;
  failure: string | undefined;
  /** What differs from what was on the screen a moment ago. */
  changed: ReadonlySet<string> = new Set();
  readonly #door: InvoicesDoor;
  readonly #start: LoadController<InvoiceStart>;
  #known: readonly InvoiceSummary[] = [];
  #cursor: string | null | undefined;
  #client: PortalClient | undefined;
  #leaveLive: (() => void) | undefined;
  readonly #arrived: (start: InvoiceStart) => void;

  constructor(door: InvoicesDoor, arrived: (start: InvoiceStart) => void) {
    this.#door = door;
    this.#arrived = arrived;
    this.#start = new LoadController(door.host, (signal) => this.#load(signal), () => door.client());
    door.host.addController(this);
  }

  get result(): Load<InvoiceStart> {
    return this.#start.result;
  }

  get start(): InvoiceStart | undefined {
    return this.#start.result.value;
  }

  /** Everything that is not waiting to be paid, latest first. */
  get history(): readonly InvoiceSummary[] {
    const open = new Set(this.start?.open.map(({ id }) => id));
    return this.#known.filter(({ id }) => !open.has(id));
  }

  get hasMore(): boolean {
    return typeof this.#cursor === 'string';
  }

  hostUpdate(): void {
    this.#followClient();
  }

  /** Somebody else, or another business: nothing of what was known is theirs. */
  #followClient(): void {
    const client = this.#door.client();
    if (client === this.#client) return;
    this.#client = client;
    this.#leaveLive?.();
    this.#leaveLive = client?.live.subscribe((message) => {
      if (message.type === 'invoices.changed') void this.reload();
    });
    this.opened = this.notice = this.failure = this.#cursor = undefined;
    this.#known = [];
    this.changed = new Set();
  }

  hostDisconnected(): void {
    this.#leaveLive?.();
    this.#leaveLive = this.#client = undefined;
  }

  async reload(): Promise<void> {
    await Promise.all([this.#start.run(), this.opened?.invoice && this.#read(this.opened.id)]);
  }

  async more(): Promise<void> {
    const cursor = this.#cursor;
    if (!cursor) return;
    await this.#try('more', async (client) => {
      const page = await client.invoices.list({ cursor, lang: this.#door.lang() });
      this.#know(page.items);
      this.#cursor = page.nextCursor;
    });
  }

  async toggle(id: string): Promise<void> {
    this.notice = undefined;
    if (this.opened?.id !== id) return this.open(id);
    this.opened = undefined;
    this.#door.host.requestUpdate();
  }

  async open(id: string): Promise<void> {
    this.opened = { id };
    this.#door.host.requestUpdate();
    await this.#read(id);
  }

  /** A deep link: also to an invoice that is not on the screen yet. */
  async follow(id: string): Promise<void> {
    await this.open(id);
    const { opened } = this;
    if (opened?.id !== id) return;
    if (opened.invoice) return this.#door.focus(`[data-invoice="${CSS.escape(id)}"] .title`);
    this.notice = opened.failure;
    this.opened = undefined;
    this.#door.host.requestUpdate();
  }

  savePdf({ id, number }: Pick<InvoiceSummary, 'id' | 'number'>): Promise<void> {
    return this.#try(`pdf ${id}`, async (client) => saveFile(await client.invoices.pdf(id), `${number ?? id}.pdf`));
  }

  saveReceipt(paymentId: string): Promise<void> {
    return this.#try(`receipt ${paymentId}`, async (client) => saveFile(await client.invoices.receipt(paymentId), `${this.#door.say('receipt')}.pdf`));
  }

  async #load(signal: AbortSignal): Promise<InvoiceStart> {
    this.#followClient();
    const client = this.#client as PortalClient;
    const before = this.start;
    try {
      const start = await client.invoices.start({ lang: this.#door.lang() }, { signal });
      if (this.#cursor === undefined) this.#cursor = start.recent.nextCursor;
      this.#know(start.recent.items);
      this.#compare(before, start);
      this.#arrived(start);
      return start;
    } catch (error) {
      if (!signal.aborted) this.#door.complain(error);
      throw error;
    }
  }

  /** The newest word on each, in the order in which they were issued. */
  #know(items: readonly InvoiceSummary[]): void {
    const fresh = new Map([...this.#known, ...items].map((one) => [one.id, one]));
    const orderOf = ({ issuedOn, id }: InvoiceSummary): string => `${issuedOn ?? ''} ${id}`;
    this.#known = [...fresh.values()].sort((one, other) => (orderOf(one) < orderOf(other) ? 1 : -1));
  }

  #compare(before: InvoiceStart | undefined, { open }: InvoiceStart): void {
    if (!before) return;
    const now = new Map(open.map((one) => [one.id, one]));
    this.changed = new Set(before.open.filter(({ id, dueMinor }) => now.get(id)?.dueMinor !== dueMinor).map(({ id }) => id));
    const paid = before.open.filter(({ id }) => !now.has(id)).map(({ number }) => number ?? '');
    if (paid.length > 0) this.#door.announce(this.#door.say('nowPaid', { invoice: paid.join(', ') }));
  }

  async #read(id: string): Promise<void> {
    const client = this.#client;
    if (!client) return;
    let next: OpenedInvoice;
    try {
      const invoice = await client.invoices.read(id, { lang: this.#door.lang() });
      this.#know([invoice]);
      next = { id, invoice };
    } catch (error) {
      next = { ...this.opened, id, failure: this.#door.complain(error) };
    }
    if (this.opened?.id === id && client === this.#client) this.opened = next;
    this.#door.host.requestUpdate();
  }

  async #try(what: string, work: (client: PortalClient) => Promise<void>): Promise<void> {
    const client = this.#client;
    if (!client || this.busy) return;
    this.busy = what;
    this.failure = undefined;
    this.#door.host.requestUpdate();
    try {
      await work(client);
    } catch (error) {
      this.failure = this.#door.complain(error);
    }
    this.busy = undefined;
    this.#door.host.requestUpdate();
  }
}
