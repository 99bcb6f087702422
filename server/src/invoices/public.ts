export { invoiceJobs, invoiceNotices } from './invoice-notices.ts';
export { packageFor, requireLasting, returnSession, takeSession } from './packages/use-package.ts';
export { settleCancelled } from './settle-cancelled.ts';
export { invoiceBooking, paidOn, paymentOf, takeBackUnpaid } from './booking-invoice.ts';
export { clientPrices } from './usual-tax.ts';
export { takesCards } from './online/provider-account.ts';
export { startPaymentOf } from './online/start-payment.ts';
export { hasInvoices } from './invoice-store.ts';
export { hasSubscriptions } from './plans/plan-store.ts';
