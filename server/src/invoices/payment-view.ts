import type { Payment } from '@portico/contract/invoices/payments.ts';
import { formatMoney } from '../domain/money.ts';
import type { PaymentRow } from './payment-store.ts';

export function toPayment(row: PaymentRow, clientName: string, lang: string): Payment {
  const { amountMinor, refundedMinor } = row;
  return {
    id: row.id, clientId: row.clientId, clientName, status: refundedMinor === 0 ? 'succeeded' : refundedMinor < amountMinor ? 'partly_refunded' : 'refunded',
    method: row.method, provider: row.provider, amountMinor, refundedMinor, currency: row.currency, label: formatMoney(amountMinor, row.currency, lang),
    receivedOn: row.receivedOn, reference: row.reference, allocations: row.allocations.map((one) => ({ ...one })), creditMinor: row.creditMinor,
  };
}
