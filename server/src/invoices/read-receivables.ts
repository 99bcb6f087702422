import type { Receivables } from '@portico/contract/invoices/payments.ts';
import { clientNames } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { daysBetween } from '../domain/civil-dates.ts';
import { formatMoney } from '../domain/money.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { ageBucket, ageBuckets } from './invoice-rules.ts';
import { openInvoices, type InvoiceWithBalance } from './invoice-store.ts';
import type { InvoiceReader } from './invoice-view.ts';
import { readerFor } from './read-invoice.ts';

/** All that clients owe, by age and by client; a currency at a time. */
export function readReceivables(deps: Deps, scope: Scope): Promise<{ items: Receivables[] }> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const reader = await readerFor(db, scope, deps.now());
    const open = await openInvoices(db, scope);
    const names = await clientNames(db, scope, open.map(({ invoice }) => invoice.clientId));
    return { items: [...Map.groupBy(open, ({ invoice }) => invoice.currency)].map(([currency, rows]) => receivablesOf(currency, rows, names, reader)) };
  });
}

function receivablesOf(currency: string, rows: readonly InvoiceWithBalance[], names: ReadonlyMap<string, string>, { lang, today }: InvoiceReader): Receivables {
  const money = (minor: number): string => formatMoney(minor, currency, lang);
  const sum = (some: readonly InvoiceWithBalance[]): number => some.reduce((total, { dueMinor }) => total + dueMinor, 0);
  const lateBy = ({ invoice }: InvoiceWithBalance): number => (invoice.dueOn === null ? 0 : daysBetween(invoice.dueOn, today));
  const clients = [...Map.groupBy(rows, ({ invoice }) => invoice.clientId)].map(([clientId, owed]) => ({
    clientId, clientName: names.get(clientId) ?? '', dueMinor: sum(owed), label: money(sum(owed)), overdueMinor: sum(owed.filter((row) => lateBy(row) > 0)),
    oldestDueOn: owed[0]?.invoice.dueOn ?? null, count: owed.length,
  }));
  return {
    currency, totalMinor: sum(rows), label: money(sum(rows)),
    buckets: ageBuckets.map((name) => {
      const inside = rows.filter((row) => ageBucket(lateBy(row)) === name);
      return { name, dueMinor: sum(inside), label: money(sum(inside)), count: inside.length };
    }),
    clients: clients.sort((a, b) => b.overdueMinor - a.overdueMinor || b.dueMinor - a.dueMinor),
  };
}
