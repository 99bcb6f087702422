import { and, eq, inArray, lt, lte, gte, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import { invoices, ledgerEntries, ledgerTransactions, payments, refunds, type LedgerKind } from '../tables.ts';

/** What a client owes is on these two: what invoices are open for, less what was paid ahead. */
const owedAccounts = ['receivable', 'client_credit'];
const amount = sql<number>`sum(${ledgerEntries.amountMinor})`.mapWith(Number);
const ofTransaction = and(eq(ledgerTransactions.businessId, ledgerEntries.businessId), eq(ledgerTransactions.id, ledgerEntries.transactionId));
const ofClient = (scope: Scope, clientId: string): SQL | undefined => and(eq(ledgerEntries.businessId, scope.businessId), eq(ledgerEntries.clientId, clientId), inArray(ledgerEntries.account, owedAccounts));

/** What was owed before a day, by currency. */
export const owedBefore = (db: ReadDb, scope: Scope, clientId: string, date: string): Promise<{ currency: string; amountMinor: number }[]> => db
  .select({ currency: ledgerEntries.currency, amountMinor: amount }).from(ledgerEntries).innerJoin(ledgerTransactions, ofTransaction)
  .where(and(ofClient(scope, clientId), lt(ledgerTransactions.bookedOn, date))).groupBy(ledgerEntries.currency).execute();

export interface AccountMovement {
  readonly kind: LedgerKind;
  readonly currency: string;
  readonly bookedOn: string;
  readonly dedupeKey: string;
  readonly amountMinor: number;
}

/** What changed it in a period, in order, what is owed before what pays it; what only moved between the two accounts is left out. */
export const movementsBetween = (db: ReadDb, scope: Scope, clientId: string, from: string, until: string): Promise<AccountMovement[]> => db
  .select({ kind: ledgerTransactions.kind, currency: ledgerTransactions.currency, bookedOn: ledgerTransactions.bookedOn, dedupeKey: ledgerTransactions.dedupeKey, amountMinor: amount })
  .from(ledgerEntries).innerJoin(ledgerTransactions, ofTransaction)
  .where(and(ofClient(scope, clientId), gte(ledgerTransactions.bookedOn, from), lte(ledgerTransactions.bookedOn, until)))
  .groupBy(ledgerTransactions.id, ledgerTransactions.kind, ledgerTransactions.currency, ledgerTransactions.bookedOn, ledgerTransactions.dedupeKey, ledgerTransactions.at).having(sql`sum(${ledgerEntries.amountMinor}) <> 0`)
  .orderBy(ledgerTransactions.bookedOn, ledgerTransactions.at, sql`case ${ledgerTransactions.kind} when 'issue' then 0 else 1 end`, ledgerTransactions.id).execute();

export interface OpenThen {
  readonly currency: string;
  readonly dueOn: string | null;
  readonly dueMinor: number;
}

/** What was open on each invoice at the end of a day. */
export const openAt = (db: ReadDb, scope: Scope, clientId: string, date: string): Promise<OpenThen[]> => db
  .select({ currency: ledgerEntries.currency, dueOn: invoices.dueOn, dueMinor: amount }).from(ledgerEntries).innerJoin(ledgerTransactions, ofTransaction)
  .innerJoin(invoices, and(eq(invoices.businessId, ledgerEntries.businessId), eq(invoices.id, ledgerEntries.invoiceId)))
  .where(and(eq(ledgerEntries.businessId, scope.businessId), eq(ledgerEntries.clientId, clientId), eq(ledgerEntries.account, 'receivable'), lte(ledgerTransactions.bookedOn, date)))
  .groupBy(invoices.id, invoices.dueOn, ledgerEntries.currency).having(sql`sum(${ledgerEntries.amountMinor}) <> 0`).execute();

/** Account credit at the end of a day, by currency. */
export const creditAt = (db: ReadDb, scope: Scope, clientId: string, date: string): Promise<{ currency: string; amountMinor: number }[]> => db
  .select({ currency: ledgerEntries.currency, amountMinor: amount }).from(ledgerEntries).innerJoin(ledgerTransactions, ofTransaction)
  .where(and(eq(ledgerEntries.businessId, scope.businessId), eq(ledgerEntries.clientId, clientId), eq(ledgerEntries.account, 'client_credit'), lte(ledgerTransactions.bookedOn, date)))
  .groupBy(ledgerEntries.currency).execute();

/** The numbers of a client's papers, what its payments were for, and which payment a refund is of. */
export async function namesOfSubjects(db: ReadDb, scope: Scope, clientId: string): Promise<{ numbers: Map<string, string>; payments: Map<string, { reference: string; numbers: readonly string[] }>; refunded: Map<string, string> }> {
  const numbers = await db.select({ id: invoices.id, number: invoices.number }).from(invoices).where(and(eq(invoices.businessId, scope.businessId), eq(invoices.clientId, clientId)));
  const paid = await db.select({ id: payments.id, reference: payments.reference, allocations: payments.allocations }).from(payments).where(and(eq(payments.businessId, scope.businessId), eq(payments.clientId, clientId)));
  const back = await db.select({ id: refunds.id, paymentId: refunds.paymentId }).from(refunds).where(and(eq(refunds.businessId, scope.businessId), eq(refunds.clientId, clientId)));
  return {
    numbers: new Map(numbers.map(({ id, number }) => [id, number ?? ''])),
    payments: new Map(paid.map(({ id, reference, allocations }) => [id, { reference, numbers: allocations.map(({ number }) => number) }])),
    refunded: new Map(back.map(({ id, paymentId }) => [id, paymentId])),
  };
}
