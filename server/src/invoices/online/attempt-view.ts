import type { PaymentAttempt } from '@portico/contract/invoices/checkout.ts';
import { formatMoney } from '../../domain/money.ts';
import type { AttemptRow } from './attempt-store.ts';

export const toAttempt = (row: AttemptRow): PaymentAttempt => ({
  id: row.id, state: row.state, provider: row.provider, url: row.state === 'open' ? row.url : null, amountMinor: row.amountMinor, currency: row.currency,
  label: formatMoney(row.amountMinor, row.currency, row.lang), invoiceIds: row.allocations.map(({ invoiceId }) => invoiceId), failure: row.failure, paymentId: row.paymentId, expiresAt: new Date(row.expiresAt).toISOString(),
});
