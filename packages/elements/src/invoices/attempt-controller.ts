import { PortalError } from '@portico/client/portal-error.ts';
import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import type { ReactiveController } from 'lit';
import { clearRoute } from '../base/hash-route.ts';
import type { InvoicesDoor } from './invoices-door.ts';

const firstPause = 1000;
const longestPause = 30_000;
const isDecided = ({ state }: PaymentAttempt): boolean => state !== 'preparing' && state !== 'open';

/** The try to pay that somebody has come back from: asks how it stands until that is decided. It never decides. */
export class AttemptController implements ReactiveController {
  attempt: PaymentAttempt | undefined;
  failure: string | undefined;
  readonly #door: InvoicesDoor;
  #id: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = firstPause;

  constructor(door: InvoicesDoor) {
    this.#door = door;
    door.host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get isShown(): boolean {
    return this.#id !== undefined;
  }

  /** The try whose address the page was opened with, or one that was decided before anybody left. */
  async follow(id: string): Promise<void> {
    if (this.#id !== id) {
      this.attempt = undefined;
      this.#pause = firstPause;
    }
    this.#id = id;
    await this.look();
    this.#door.focus('.attempt-title');
  }

  /** Asks now: something was said to have changed. */
  async look(): Promise<void> {
    const [id, client] = [this.#id, this.#door.client()];
    clearTimeout(this.#timer);
    if (!id || !client || (this.attempt && isDecided(this.attempt))) return;
    try {
      const attempt = await client.invoices.readAttempt(id);
      if (id === this.#id) this.#learn(attempt);
    } catch (error) {
      if (id !== this.#id) return;
      this.failure = this.#door.complain(error);
      if (error instanceof PortalError && error.code === 'not_found') return this.#door.host.requestUpdate();
    }
    this.#door.host.requestUpdate();
    if (!this.attempt || !isDecided(this.attempt)) this.#lookLater();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#id = this.attempt = this.failure = undefined;
    clearRoute();
    this.#door.host.requestUpdate();
  }

  #lookLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), this.#pause);
    this.#pause = Math.min(longestPause, this.#pause * 1.6);
  }

  #learn(attempt: PaymentAttempt): void {
    this.attempt = attempt;
    this.failure = undefined;
    if (attempt.state !== 'succeeded') return;
    // A reload must not tell the page of the same payment again.
    clearRoute();
    const { id, invoiceIds, amountMinor, currency } = attempt;
    this.#door.emit('portal-payment-succeeded', { attemptId: id, invoiceIds, amountMinor, currency });
  }
}
