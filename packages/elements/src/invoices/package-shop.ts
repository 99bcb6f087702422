import { PortalError } from '@portico/client/portal-error.ts';
import type { ClientPackage, PackageProduct } from '@portico/contract/invoices/packages.ts';
import type { InvoicesController } from './invoices-controller.ts';
import type { InvoicesDoor } from './invoices-door.ts';
import type { PaymentController } from './payment-controller.ts';

const known = new WeakMap<InvoicesDoor, PackageShop>();

/** The shop of an element, made when its packages are first on the screen. */
export function shopOf(door: InvoicesDoor, invoices: InvoicesController, payment: PaymentController): PackageShop {
  const shop = known.get(door) ?? new PackageShop(door, invoices, payment);
  known.set(door, shop);
  return shop;
}

/** Buying packages, and looking at every session of one's own. */
export class PackageShop {
  /** The offer that is being ordered. */
  busy: string | undefined;
  failure: { readonly of: string; readonly text: string } | undefined;
  /** What was ordered where no card can be used here. */
  notice: string | undefined;
  /** Every session, once somebody has asked. */
  own: readonly ClientPackage[] | undefined;
  readonly #door: InvoicesDoor;
  readonly #invoices: InvoicesController;
  readonly #payment: PaymentController;
  #intention: { readonly of: string; readonly key: string } | undefined;

  constructor(door: InvoicesDoor, invoices: InvoicesController, payment: PaymentController) {
    this.#door = door;
    this.#invoices = invoices;
    this.#payment = payment;
  }

  /** Orders it, and goes to pay for it in the same click. */
  async buy({ id, name }: PackageProduct): Promise<void> {
    const client = this.#door.client();
    if (!client || this.busy) return;
    this.#become(id);
    try {
      const { id: packageId, invoiceId, state } = await client.invoices.buyPackage({ productId: id, lang: this.#door.lang() }, { idempotencyKey: this.#keyFor(id) });
      this.#intention = undefined;
      this.#door.emit('portal-package-ordered', { packageId, productId: id, invoiceId });
      void this.#invoices.reload();
      // Read by itself: news that arrive meanwhile may be what loads the list.
      const invoice = this.#invoices.start?.methods.includes('card') ? await client.invoices.read(invoiceId, { lang: this.#door.lang() }) : undefined;
      if (invoice?.canPay) await this.#payment.pay({ place: 'row', invoices: [invoice] });
      else this.notice = this.#door.say(state === 'active' ? 'orderedAtOnce' : 'ordered', { name });
      if (this.notice) this.#door.announce(this.notice);
    } catch (error) {
      if (!(error instanceof PortalError) || error.code !== 'unreachable') this.#intention = undefined;
      this.failure = { of: id, text: this.#door.complain(error) };
    }
    this.busy = undefined;
    this.#door.host.requestUpdate();
  }

  async look(): Promise<void> {
    const answer = await this.#door.client()?.invoices.packages({ lang: this.#door.lang() }).catch((error: unknown) => void this.#door.complain(error));
    this.own = answer?.own ?? this.own;
    this.#door.host.requestUpdate();
  }

  #keyFor(of: string): string {
    if (this.#intention?.of !== of) this.#intention = { of, key: crypto.randomUUID() };
    return this.#intention.key;
  }

  #become(busy: string): void {
    this.busy = busy;
    this.failure = this.notice = undefined;
    this.#door.host.requestUpdate();
  }
}
