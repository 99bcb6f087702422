import { PortalError } from '@portico/client/portal-error.ts';
import type { PaymentAttempt, StartPaymentInput } from '@portico/contract/invoices/checkout.ts';
import type { InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import type { ReactiveController } from 'lit';
import type { InvoicesDoor } from './invoices-door.ts';
import { wishAmount, wishKey, type Wish } from './payment-wish.ts';

/** The server takes no longer address; what a campaign has added to it is not needed to come back. */
const longestAddress = 450;

/** Chooses what to pay, and leaves for the provider's page. */
export class PaymentController implements ReactiveController {
  readonly chosen = new Set<string>();
  /** What is about to be paid: ids, joined. */
  busy: string | undefined;
  failure: { readonly of: string; readonly text: string } | undefined;
  /** What the client has ticked that is agreed to by paying these. */
  agreed: ((invoiceIds: readonly string[]) => StartPaymentInput['autopay']) | undefined;
  readonly #door: InvoicesDoor;
  readonly #stayed: (attempt: PaymentAttempt) => void;
  #intention: { readonly of: string; readonly key: string } | undefined;

  /** `stayed`: there is nothing to go to, since it is decided already. */
  constructor(door: InvoicesDoor, stayed: (attempt: PaymentAttempt) => void) {
    this.#door = door;
    this.#stayed = stayed;
    door.host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('pageshow', this.#cameBack);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('pageshow', this.#cameBack);
  }

  /** The browser's back button shows the page as it was left. */
  readonly #cameBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#become({});
  };

  choose(id: string, isChosen: boolean): void {
    this.chosen[isChosen ? 'add' : 'delete'](id);
    this.#door.host.requestUpdate();
  }

  /** What is not open any more cannot be chosen. */
  keep(open: readonly InvoiceSummary[]): void {
    for (const id of this.chosen) if (!open.some((one) => one.id === id)) this.chosen.delete(id);
  }

  async pay(wish: Wish): Promise<void> {
    const client = this.#door.client();
    const [first] = wish.invoices;
    if (!client || !first || this.busy) return;
    const of = wishKey(wish);
    const detail = { invoiceIds: wish.invoices.map(({ id }) => id), amountMinor: wishAmount(wish), currency: first.currency };
    if (!this.#door.emit('portal-before-pay', detail)) return;
    const autopay = this.agreed?.(detail.invoiceIds);
    this.#become({ busy: of });
    try {
      const attempt = await client.invoices.startPayment({
        invoiceIds: detail.invoiceIds, returnUrl: comeBackTo(), autopay, ...(wish.amountMinor !== undefined && { amountMinor: wish.amountMinor }),
      }, { idempotencyKey: this.#keyFor(of + (autopay?.subscriptionId ?? '')) });
      // Answered: another try is another intention, even of the same.
      this.#intention = undefined;
      if (!attempt.url) {
        this.#become({});
        return this.#stayed(attempt);
      }
      this.#door.emit('portal-payment-started', { ...detail, attemptId: attempt.id });
      location.assign(attempt.url);
    } catch (error) {
      if (!(error instanceof PortalError) || error.code !== 'unreachable') this.#intention = undefined;
      this.#become({ failure: { of, text: this.#door.complain(error) } });
    }
  }

  #keyFor(of: string): string {
    if (this.#intention?.of !== of) this.#intention = { of, key: crypto.randomUUID() };
    return this.#intention.key;
  }

  #become({ busy, failure }: Partial<Pick<PaymentController, 'busy' | 'failure'>>): void {
    this.busy = busy;
    this.failure = failure;
    this.#door.host.requestUpdate();
  }
}

function comeBackTo(): string {
  const { origin, pathname, search } = location;
  const page = `${origin}${pathname}${search}`;
  return `${page.length > longestAddress ? origin + pathname : page}#portal/invoices/payment/{attempt}`;
}
