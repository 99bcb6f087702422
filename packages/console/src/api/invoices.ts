import type { Chasing, InvoiceReminders } from '@portico/contract/invoices/chasing.ts';
import type { PaymentAccount, ProviderName, ReviewItem, SetPaymentAccountInput } from '@portico/contract/invoices/checkout.ts';
import type { Billing, ChangeBillingInput, ChangeDraftInput, ClientAccount, ConsoleInvoiceQuery, CreditInvoiceInput, DraftInvoiceInput, Invoice, InvoicePage } from '@portico/contract/invoices/invoice.ts';
import type { AddPackageProductInput, ChangePackageProductInput, ClientPackage, PackageProduct } from '@portico/contract/invoices/packages.ts';
import type { Payment, PaymentPage, Receivables, RecordPaymentInput } from '@portico/contract/invoices/payments.ts';
import type { AddTaxInput, ChangeInvoiceSettingsInput, ChangeTaxInput, InvoiceSettings, NextNumbers, TaxRate } from '@portico/contract/invoices/settings.ts';
import { source, type Source } from './cache.ts';
import { create, get, patch, post, remove, withQuery } from './http.ts';

interface List<Item> { readonly items: readonly Item[] }
export type InvoiceSearch = Partial<ConsoleInvoiceQuery>;
type Draft = Partial<DraftInvoiceInput> & ChangeDraftInput;

export const invoices = (query: InvoiceSearch): Source<InvoicePage> => source(withQuery('invoices', query));
export const invoice = (id: string): Source<Invoice> => source(`invoices/${id}`);
export const receivables = source<List<Receivables>>('receivables');
export const pdfOf = (id: string): string => `/v1/console/invoices/${id}/pdf`;
export const receiptOf = (id: string): string => `/v1/console/payments/${id}/receipt`;

/** The key stays with the draft, so that a draft whose answer got lost is not made twice. */
export const addDraft = (input: Draft): Promise<Invoice> => create('invoices', input);
export const changeDraft = (id: string, input: Draft): Promise<Invoice> => patch(`invoices/${id}`, input);
export const removeDraft = (id: string): Promise<unknown> => remove(`invoices/${id}`);
export const readInvoice = (id: string): Promise<Invoice> => get(`invoices/${id}`);
export const issueInvoice = (id: string): Promise<Invoice> => create(`invoices/${id}/issue`, {});
export const voidInvoice = (id: string, reason: string): Promise<Invoice> => create(`invoices/${id}/void`, { reason });
export const creditInvoice = (id: string, input: CreditInvoiceInput): Promise<Invoice> => create(`invoices/${id}/credit`, input);
export const invoiceBooking = (bookingId: string): Promise<Invoice> => create(`bookings/${bookingId}/invoice`, {});

export const payments = (query: { client?: string; cursor?: string; limit?: number }): Source<PaymentPage> => source(withQuery('payments', query));
export const recordPayment = (input: Omit<RecordPaymentInput, 'reference'> & { reference?: string }): Promise<Payment> => create('payments', input);
export const refundPayment = (id: string, input: { amountMinor: number; reason: string }): Promise<Payment> => create(`payments/${id}/refund`, input);
export const applyCredit = (invoiceId: string, amountMinor: number): Promise<unknown> => create('account-credit/apply', { invoiceId, amountMinor });

export const reviews = source<List<ReviewItem>>('reviews');
export const settleReview = (id: string, note: string): Promise<ReviewItem> => post(`reviews/${id}/settle`, { note });

export const chasing = (days: number): Source<Chasing> => source(withQuery('chasing', { days }));
export const reminders = (id: string): Source<InvoiceReminders> => source(`invoices/${id}/reminders`);
export const holdReminders = (id: string, held: boolean): Promise<InvoiceReminders> => patch(`invoices/${id}/reminders`, { held });

export const clientAccount = (id: string): Source<ClientAccount> => source(`clients/${id}/account`);
export const billing = (id: string): Source<Billing> => source(`clients/${id}/billing`);
export const changeBilling = (id: string, input: ChangeBillingInput): Promise<Billing> => patch(`clients/${id}/billing`, input);

export const invoiceSettings = source<InvoiceSettings>('invoice-settings');
export const changeInvoiceSettings = (input: ChangeInvoiceSettingsInput): Promise<InvoiceSettings> => patch('invoice-settings', input);
export const nextNumbers = source<NextNumbers>('invoice-numbers');
export const taxes = source<List<TaxRate>>('taxes');
export const addTax = (input: AddTaxInput): Promise<TaxRate> => create('taxes', input);
export const changeTax = (id: string, input: ChangeTaxInput): Promise<TaxRate> => patch(`taxes/${id}`, input);
export const paymentAccounts = source<List<PaymentAccount>>('payment-accounts');
export const setPaymentAccount = (provider: ProviderName, input: SetPaymentAccountInput): Promise<PaymentAccount> => post(`payment-accounts/${provider}`, input);
export const testPaymentAccount = (provider: ProviderName): Promise<PaymentAccount> => post(`payment-accounts/${provider}/test`);

export const packages = source<List<PackageProduct>>('packages');
export const addPackage = (input: AddPackageProductInput): Promise<PackageProduct> => create('packages', input);
export const changePackage = (id: string, input: ChangePackageProductInput): Promise<PackageProduct> => patch(`packages/${id}`, input);
export const clientPackages = (clientId: string): Source<List<ClientPackage>> => source(`clients/${clientId}/packages`);
export const sellPackage = (clientId: string, productId: string): Promise<ClientPackage> => create(`clients/${clientId}/packages`, { productId });
export const correctPackage = (id: string, change: number, reason: string): Promise<ClientPackage> => create(`client-packages/${id}/correct`, { change, reason });
export const extendPackage = (id: string, expiresOn: string | null, reason: string): Promise<ClientPackage> => create(`client-packages/${id}/extend`, { expiresOn, reason });
export const endPackage = (id: string, reason: string): Promise<ClientPackage> => create(`client-packages/${id}/end`, { reason });
