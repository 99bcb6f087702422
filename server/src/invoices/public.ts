export { invoiceJobs, invoiceNotices } from './invoice-notices.ts';
export { packageFor, returnSession, takeSession } from './packages/use-package.ts';
export { askAboutMoney } from './ask-about-money.ts';
export { invoiceBooking, paidOn, paymentOf, takeBackUnpaid } from './booking-invoice.ts';
export { takesCards } from './online/provider-account.ts';
export { startPaymentOf } from './online/start-payment.ts';
export { hasInvoices } from './invoice-store.ts';
