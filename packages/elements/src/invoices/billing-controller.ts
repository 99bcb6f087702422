import { PortalError } from '@portico/client/portal-error.ts';
import type { Billing } from '@portico/contract/invoices/invoice.ts';
import { billingFields, type BillingField } from './billing-fields.ts';
import type { InvoicesDoor } from './invoices-door.ts';
import type { InvoicesMessage } from './invoices-messages.ts';

const refusals: Readonly<Record<BillingField, InvoicesMessage>> = {
  name: 'nameMissing', address: 'tooLong', country: 'notSent', taxNumber: 'tooLong', poNumber: 'tooLong',
};

/** Who pays, as the next invoices will say. */
export class BillingController {
  isBusy = false;
  isSaved = false;
  /** What is typed; undefined while it is on its way. */
  values: Readonly<Record<BillingField, string>> | undefined;
  errors: Readonly<Partial<Record<BillingField, string>>> = {};
  failure: string | undefined;
  readonly #door: InvoicesDoor;

  constructor(door: InvoicesDoor) {
    this.#door = door;
  }

  load(): Promise<void> {
    return this.#try(async () => this.#show(await this.#door.client()?.invoices.billing()));
  }

  type(field: BillingField, value: string): void {
    if (!this.values) return;
    this.values = { ...this.values, [field]: value };
    this.errors = { ...this.errors, [field]: undefined };
    this.isSaved = false;
    this.#door.host.requestUpdate();
  }

  async save(): Promise<void> {
    const { values } = this;
    if (!values || this.isBusy) return;
    this.errors = values.name.trim() ? {} : { name: this.#door.say('nameMissing') };
    if (Object.keys(this.errors).length > 0) return this.#door.focus('[aria-invalid]');
    await this.#try(async () => {
      this.#show(await this.#door.client()?.invoices.changeBilling({ ...values, name: values.name.trim(), address: values.address.trim() }));
      this.isSaved = true;
      this.#door.announce(this.#door.say('saved'));
    });
  }

  #show(billing: Billing | undefined): void {
    if (billing) this.values = Object.fromEntries(billingFields.map((field) => [field, billing[field]])) as Record<BillingField, string>;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = undefined;
    this.#door.host.requestUpdate();
    try {
      await work();
    } catch (error) {
      const fields = error instanceof PortalError ? error.fields : [];
      const known = fields.flatMap(({ field, message }) => billingFields.filter((one) => one === field).map((one) => [one, this.#door.explainField(message, refusals[one])]));
      this.errors = Object.fromEntries(known) as typeof this.errors;
      const why = this.#door.complain(error);
      this.failure = known.length > 0 ? undefined : why;
    }
    this.isBusy = false;
    this.#door.host.requestUpdate();
  }
}
