export { invoiceJobs, invoiceNotices } from './invoice-notices.ts';
export { packageFor, returnSession, takeSession } from './packages/use-package.ts';
export { hasInvoices } from './invoice-store.ts';
