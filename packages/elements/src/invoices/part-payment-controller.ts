import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import type { InvoicesDoor } from './invoices-door.ts';
import type { Wish } from './payment-wish.ts';
import { readAmount } from './read-amount.ts';
import { exponentOf, sayMoney } from './say-money.ts';

/** What may be paid of one invoice at once: nothing less than its least payment. Undefined: only all of it. */
export function leastPartOf({ canPay, minimumPaymentMinor, dueMinor }: Invoice): number | undefined {
  return canPay && minimumPaymentMinor !== null && minimumPaymentMinor < dueMinor ? minimumPaymentMinor : undefined;
}

/** The deposit, or what is missing of it. */
export function depositOf({ canPay, depositMinor, paidMinor, dueMinor, minimumPaymentMinor }: Invoice): number | undefined {
  const missing = (depositMinor ?? 0) - paidMinor;
  return canPay && missing > 0 && missing < dueMinor && missing >= (minimumPaymentMinor ?? 1) ? missing : undefined;
}

/** A part of what is owed, as it is being typed. */
export class PartPaymentController {
  typed = '';
  error: string | undefined;
  readonly #door: InvoicesDoor;
  #of: string | undefined;

  constructor(door: InvoicesDoor) {
    this.#door = door;
  }

  isOpenFor({ id }: Invoice): boolean {
    return this.#of === id;
  }

  open(invoice: Invoice): void {
    this.#of = invoice.id;
    this.typed = '';
    this.error = undefined;
    this.#door.focus('#part-amount');
  }

  type(text: string): void {
    this.typed = text;
    this.error = undefined;
    this.#door.host.requestUpdate();
  }

  wishFor(invoice: Invoice): Wish | undefined {
    const amountMinor = readAmount(this.typed, exponentOf(invoice.currency));
    const least = leastPartOf(invoice);
    if (amountMinor === undefined || least === undefined || amountMinor < least || amountMinor > invoice.dueMinor) return undefined;
    return { place: 'part', invoices: [invoice], amountMinor };
  }

  /** What was typed cannot be paid. */
  refuse(invoice: Invoice): void {
    const money = (minor: number): string => sayMoney(minor, invoice.currency, this.#door.lang());
    this.error = this.#door.say('amountWrong', { least: money(leastPartOf(invoice) ?? 1), most: money(invoice.dueMinor) });
    this.#door.focus('#part-amount');
  }
}
