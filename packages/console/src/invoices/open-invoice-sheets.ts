import type { TemplateResult } from 'lit';
import { openSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';


export interface PaymentStart {
  readonly clientId?: string;
  readonly clientName?: string;
  /** What it is for, when that is known. */
  readonly invoiceId?: string;
}

const sheets = () => import('./invoice-sheets.ts');
let paymentsOpened = 0;

export function openInvoiceSheet(id: string, number = 'Invoice'): void {
  open(`invoice-${id}`, number, async () => (await sheets()).detailsOf(id));
}

export function openPaymentSheet(start: PaymentStart): void {
  paymentsOpened += 1;
  open(`payment-${paymentsOpened}`, 'Record a payment', async () => (await sheets()).paymentForm(start));
}

/** Money goes back from a payment. */
export function openGiveBackSheet(paymentId: string, clientId: string): void {
  open(`give-back-${paymentId}`, 'Give money back', async () => (await sheets()).giveBackForm(paymentId, clientId));
}

let salesOpened = 0;

/** A client buys a package here and now. */
export function openSellSheet(client: { readonly id: string; readonly name: string }): void {
  salesOpened += 1;
  open(`sell-${salesOpened}`, 'Sell a package', async () => (await sheets()).sellForm(client));
}

/** A client gets a plan. */
export function openStartPlanSheet(client: { readonly id: string; readonly name: string }): void {
  salesOpened += 1;
  open(`plan-${salesOpened}`, 'Start a plan', async () => (await sheets()).startPlanForm(client));
}

/** What became of a package. The list that it comes from names its client. */
export function openPackageSheet({ id, name, clientId }: { readonly id: string; readonly name: string; readonly clientId: string }): void {
  open(`package-${id}`, name, async () => (await sheets()).packageDetails(id, clientId));
}

function open(name: string, title: string, bodyOf: () => Promise<TemplateResult>): void {
  bodyOf().then((body) => openSheet({ name, title, body }), () => toast({ text: 'This could not be fetched. Check the connection and try again.', tone: 'refused' }));
}
