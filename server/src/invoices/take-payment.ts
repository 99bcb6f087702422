import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { post } from './ledger.ts';
import { insertPayment, type PaymentRow } from './payment-store.ts';

/** Money that has come in, and what it is to pay. */
export interface IncomingPayment {
  readonly clientId: string;
  readonly provider: string;
  readonly method: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly receivedOn: string;
  readonly reference: string;
  readonly providerRef: string | null;
  /** Never more than the amount; the rest becomes account credit. */
  readonly allocations: readonly { readonly invoiceId: string; readonly number: string; readonly amountMinor: number }[];
}

/** Writes a payment into the books: the one way for every provider and for the owner's own hand. */
export async function takePayment(deps: Deps, tx: WriteDb, scope: Scope, incoming: IncomingPayment): Promise<PaymentRow> {
  const allocated = incoming.allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const creditMinor = incoming.amountMinor - allocated;
  if (creditMinor < 0) throw new Error('a payment cannot pay more than it is');
  const row: PaymentRow = { businessId: scope.businessId, id: deps.newId(), refundedMinor: 0, creditMinor, createdAt: deps.now(), ...incoming };
  await insertPayment(tx, row);
  await post(deps, tx, scope, {
    kind: 'payment', clientId: row.clientId, currency: row.currency, bookedOn: row.receivedOn, dedupeKey: `payment:${row.id}`,
    entries: [
      { account: `money:${row.method}`, amountMinor: row.amountMinor },
      ...row.allocations.map(({ invoiceId, amountMinor }) => ({ account: 'receivable' as const, invoiceId, amountMinor: -amountMinor })),
      { account: 'client_credit', amountMinor: -creditMinor },
    ],
  });
  await record(deps, tx, scope, {
    type: 'payment.received', subjectId: row.id, clientId: row.clientId,
    payload: { paymentId: row.id, amountMinor: row.amountMinor, currency: row.currency, method: row.method, invoiceIds: row.allocations.map(({ invoiceId }) => invoiceId) },
  });
  return row;
}
