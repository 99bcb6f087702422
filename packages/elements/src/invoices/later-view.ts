import type { InvoiceStart, InvoiceSummary } from '@portico/contract/invoices/invoice.ts';
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { failed } from '../base/feedback.template.ts';
import { sayMoment } from '../base/say-moment.ts';
import { AttemptController } from './attempt-controller.ts';
import { attemptPanel } from './attempt.template.ts';
import { BillingController } from './billing-controller.ts';
import { billingForm } from './billing.template.ts';
import { chosenSum } from './chosen-sum.template.ts';
import { invoiceDetails } from './invoice-details.template.ts';
import type { InvoicesController } from './invoices-controller.ts';
import type { InvoicesDoor } from './invoices-door.ts';
import type { SayInvoices } from './invoices-messages.ts';
import { laterStyles } from './later.styles.ts';
import { depositOf, leastPartOf, PartPaymentController } from './part-payment-controller.ts';
import { partPayment } from './part-payment.template.ts';
import type { PayView } from './pay-button.template.ts';
import type { PaymentController } from './payment-controller.ts';
import { receipts } from './receipts.template.ts';
import { ReceiptsController } from './receipts-controller.ts';
import { sayMoney } from './say-money.ts';

/* What opens when somebody looks closer: an invoice, who pays, what was paid; and what became of a payment. */
export { laterMessages as messages } from './later-messages.ts';
export const styles: readonly CSSResult[] = [laterStyles];

/** What these views keep to themselves. */
export interface LaterState {
  readonly attempts: AttemptController;
  readonly billing: BillingController;
  readonly receipts: ReceiptsController;
  readonly part: PartPaymentController;
}

export const laterState = (door: InvoicesDoor): LaterState => ({
  attempts: new AttemptController(door), billing: new BillingController(door), receipts: new ReceiptsController(door), part: new PartPaymentController(door),
});

export interface LaterView extends LaterState {
  readonly say: SayInvoices;
  readonly invoices: InvoicesController;
  readonly payment: PaymentController;
  readonly pay: PayView;
  readonly start: InvoiceStart;
  readonly locale: string;
  readonly headingLevel: number;
  onQuestion(invoiceId: string): void;
}

const dayIn = (locale: string) => (date: string): string => sayMoment(`${date}T12:00:00Z`, locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** What opens below a row. */
export function details(view: LaterView, { id }: InvoiceSummary): TemplateResult {
  const { say, invoices, locale } = view;
  const { invoice, failure } = invoices.opened ?? {};
  if (!invoice) return failure ? failed({ message: failure, retry: say('tryAgain'), onRetry: () => void invoices.open(id) }) : html`<p class="hint details" role="status">${say('loading')}</p>`;
  const numbers = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : [locale, 'en-GB'], { maximumFractionDigits: 3 });
  return invoiceDetails({
    say, invoice, email: view.start.email, busyPaper: invoices.busy, paying: paying(view),
    money: (minor) => sayMoney(minor, invoice.currency, locale), day: dayIn(locale), number: (thousandths) => numbers.format(thousandths / 1000),
    onReceipt: (paymentId) => void invoices.saveReceipt(paymentId), onQuestion: () => view.onQuestion(id),
  });
}

function paying({ say, invoices, part, pay, payment, locale }: LaterView): TemplateResult | typeof nothing {
  const invoice = invoices.opened?.invoice;
  if (!invoice?.canPay) return nothing;
  const money = (minor: number): string => sayMoney(minor, invoice.currency, locale);
  const [least, missing, wish] = [leastPartOf(invoice), depositOf(invoice), part.wishFor(invoice)];
  const deposit = missing === undefined ? undefined : {
    sentence: say('depositDue', { amount: money(missing), day: invoice.depositDueOn ? dayIn(locale)(invoice.depositDueOn) : '' }),
    wish: { place: 'part' as const, invoices: [invoice], amountMinor: missing }, label: say('payDeposit'),
  };
  if (!pay.canPay || (least === undefined && !deposit)) return nothing;
  return partPayment({
    ...pay, deposit, wish, isOffered: least !== undefined, isOpen: part.isOpenFor(invoice), typed: part.typed, error: part.error, least: money(least ?? 1), most: money(invoice.dueMinor),
    label: wish ? say('pay', { amount: money(wish.amountMinor ?? 0) }) : say('payPart'),
    onOpen: () => part.open(invoice), onType: (text) => part.type(text), onWrong: () => part.refuse(invoice), onPay: (one) => void payment.pay(one),
  });
}

/** What is chosen, and paying it at once. */
export function chosen({ payment, pay, start, locale }: LaterView): TemplateResult | typeof nothing {
  const invoices = start.open.filter(({ id, canPay }) => canPay && payment.chosen.has(id));
  const [first] = invoices;
  return first ? chosenSum(pay, invoices, sayMoney(invoices.reduce((sum, { dueMinor }) => sum + dueMinor, 0), first.currency, locale)) : nothing;
}

/** What became of the payment that somebody comes back from. */
export function returned({ say, attempts, invoices, payment, start, headingLevel }: LaterView): TemplateResult | typeof nothing {
  if (!attempts.isShown) return nothing;
  const { attempt, failure } = attempts;
  return attemptPanel({
    say, attempt, failure, headingLevel, busyPaper: invoices.busy, isBusy: payment.busy !== undefined,
    onAgain: ({ invoiceIds }) => {
      attempts.dismiss();
      void payment.pay({ place: 'all', invoices: start.open.filter(({ id, canPay }) => canPay && invoiceIds.includes(id)) });
    },
    onReceipt: (paymentId) => void invoices.saveReceipt(paymentId), onDone: () => attempts.dismiss(),
  });
}

/** Who pays. */
export function billing({ say, locale, billing: controller }: LaterView): TemplateResult {
  const { values, errors, failure, isBusy, isSaved } = controller;
  return billingForm({
    say, locale, values, errors, failure, isBusy, isSaved,
    onType: (field, value) => controller.type(field, value), onSave: () => void controller.save(), onRetry: () => void controller.load(),
  });
}

/** What was paid. */
export function paid({ say, receipts: controller, invoices, locale }: LaterView): TemplateResult {
  const { payments, failure, hasMore, isBusy } = controller;
  return receipts({
    say, payments, failure, hasMore, isBusy, busyPaper: invoices.busy, money: (minor, currency) => sayMoney(minor, currency, locale), day: dayIn(locale),
    onReceipt: (paymentId) => void invoices.saveReceipt(paymentId), onMore: () => void controller.more(), onRetry: () => void controller.load(),
  });
}
