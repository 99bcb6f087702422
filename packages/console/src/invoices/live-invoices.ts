import { invalidate } from '../api/cache.ts';

/** What an invoice, a payment or account credit may have changed. */
export const invoicesChanged = (): void => invalidate('invoices', 'receivables', 'payments', 'reviews', 'chasing', 'plan-requests', 'clients/', 'invoice-numbers');
