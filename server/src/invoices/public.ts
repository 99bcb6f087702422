export { invoiceJobs, invoiceNotices } from './invoice-notices.ts';
export { hasInvoices } from './invoice-store.ts';
