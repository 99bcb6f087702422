import type { PaymentAttempt, StartPaymentInput } from '@portico/contract/invoices/checkout.ts';
import type { Billing, ChangeBillingInput, Invoice, InvoicePage, InvoiceStart } from '@portico/contract/invoices/invoice.ts';
import type { BuyPackageInput, ClientPackage, PackageShop } from '@portico/contract/invoices/packages.ts';
import type { PaymentPage } from '@portico/contract/invoices/payments.ts';
import type { Http } from './http.ts';

export interface InvoiceOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface PayOptions extends InvoiceOptions {
  /** The same for every try of one intention, so that a lost answer pays once. One is made when left out. */
  readonly idempotencyKey?: string | undefined;
}

export interface InvoiceListRequest {
  readonly state?: 'open' | 'settled' | 'all';
  readonly cursor?: string | undefined;
  readonly limit?: number;
  readonly lang?: string | undefined;
}

/** What is owed, and paying it. Everything needs somebody who is signed in. */
export interface InvoicesApi {
  /** All that the first screen needs, in one answer. */
  start(query?: { readonly lang?: string | undefined }, options?: InvoiceOptions): Promise<InvoiceStart>;
  list(query?: InvoiceListRequest, options?: InvoiceOptions): Promise<InvoicePage>;
  read(id: string, options?: InvoiceOptions & { readonly lang?: string | undefined }): Promise<Invoice>;
  pdf(id: string, options?: InvoiceOptions): Promise<Blob>;
  /** What was paid, latest first. */
  payments(query?: { readonly cursor?: string | undefined; readonly limit?: number }, options?: InvoiceOptions): Promise<PaymentPage>;
  receipt(paymentId: string, options?: InvoiceOptions): Promise<Blob>;
  /**
   * Answers a try to pay. Send the person to its `url`; they come back to `returnUrl`, in which `{attempt}` becomes the
   * id of the try. Coming back says nothing: {@link InvoicesApi.readAttempt} does.
   */
  startPayment(input: StartPaymentInput, options?: PayOptions): Promise<PaymentAttempt>;
  /** How a try to pay stands; looks at the provider when nobody has told. */
  readAttempt(id: string, options?: InvoiceOptions): Promise<PaymentAttempt>;
  /** What the next invoices will say of who pays. */
  billing(options?: InvoiceOptions): Promise<Billing>;
  changeBilling(input: ChangeBillingInput, options?: InvoiceOptions): Promise<Billing>;
  /** Packages of sessions: one's own, with every use; and those that can be bought. */
  packages(query?: { readonly lang?: string | undefined }, options?: InvoiceOptions): Promise<PackageShop>;
  /** Orders a package. Paying the invoice of the answer makes it usable, unless it is so at once. */
  buyPackage(input: BuyPackageInput, options?: PayOptions): Promise<ClientPackage>;
}

export function invoicesApi(http: Http): InvoicesApi {
  const access = 'session';
  const at = (id: string, rest = ''): string => `${encodeURIComponent(id)}${rest}`;
  return {
    start: (query, options) => http.get('invoices/start', { ...options, access, query: { ...query } }),
    list: (query, options) => http.get('invoices', { ...options, access, query: { ...query } }),
    read: (id, { lang, signal } = {}) => http.get(`invoices/${at(id)}`, { access, query: { lang }, signal }),
    pdf: (id, options) => http.blob(`invoices/${at(id, '/pdf')}`, { ...options, access }),
    payments: (query, options) => http.get('payments', { ...options, access, query: { ...query } }),
    receipt: (id, options) => http.blob(`payments/${at(id, '/receipt')}`, { ...options, access }),
    startPayment: (json, { idempotencyKey = crypto.randomUUID(), signal } = {}) => http.post('payments/attempts', { access, json, signal, idempotencyKey }),
    readAttempt: (id, options) => http.get(`payments/attempts/${at(id)}`, { ...options, access }),
    billing: (options) => http.get('me/billing', { ...options, access }),
    changeBilling: (json, options) => http.patch('me/billing', { ...options, access, json }),
    packages: (query, options) => http.get('packages', { ...options, access, query: { ...query } }),
    buyPackage: (json, { idempotencyKey = crypto.randomUUID(), signal } = {}) => http.post('packages', { access, json, signal, idempotencyKey }),
  };
}
