export { hasInvoices } from './invoice-store.ts';
