import type { Payment } from '@portico/contract/invoices/payments.ts';
import type { InvoicesDoor } from './invoices-door.ts';

/** What was paid, asked for when somebody wants to see it. */
export class ReceiptsController {
  isBusy = false;
  payments: readonly Payment[] | undefined;
  failure: string | undefined;
  #cursor: string | null = null;
  readonly #door: InvoicesDoor;

  constructor(door: InvoicesDoor) {
    this.#door = door;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  /** From the start: something may have come in. */
  load(): Promise<void> {
    return this.#read(undefined);
  }

  more(): Promise<void> {
    return this.#read(this.#cursor ?? undefined);
  }

  async #read(cursor: string | undefined): Promise<void> {
    const client = this.#door.client();
    if (!client) return;
    this.isBusy = true;
    this.failure = undefined;
    this.#door.host.requestUpdate();
    try {
      const page = await client.invoices.payments({ cursor, limit: 10 });
      this.payments = cursor ? [...this.payments ?? [], ...page.items] : page.items;
      this.#cursor = page.nextCursor;
    } catch (error) {
      this.failure = this.#door.complain(error);
    }
    this.isBusy = false;
    this.#door.host.requestUpdate();
  }
}
