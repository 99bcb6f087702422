import type { Invoice } from '@portico/contract/invoices/invoice.ts';
import type { Receivables } from '@portico/contract/invoices/payments.ts';
import { money } from '../ui/formats.ts';
import { fakeToday } from './fake-invoices.ts';

const names = ['current', 'days_1_30', 'days_31_60', 'days_61_90', 'over_90'] as const;
const late = ({ dueOn }: Invoice): number => Math.round((Date.parse(fakeToday) - Date.parse(dueOn ?? fakeToday)) / 86_400_000);
const ageOf = (invoice: Invoice): (typeof names)[number] => names[late(invoice) <= 0 ? 0 : Math.min(4, Math.ceil(late(invoice) / 30))] ?? 'current';
const sum = (some: readonly Invoice[]): number => some.reduce((total, { dueMinor }) => total + dueMinor, 0);

export function receivablesOf(invoices: readonly Invoice[]): Receivables[] {
  const owed = invoices.filter(({ kind, status, dueMinor }) => kind === 'invoice' && status !== 'draft' && status !== 'void' && dueMinor > 0);
  return [...Map.groupBy(owed, ({ currency }) => currency)].map(([currency, rows]) => ({
    currency, totalMinor: sum(rows), label: money(sum(rows), currency),
    buckets: names.map((name) => { const inside = rows.filter((row) => ageOf(row) === name); return { name, dueMinor: sum(inside), label: money(sum(inside), currency), count: inside.length }; }),
    clients: [...Map.groupBy(rows, ({ clientId }) => clientId)].map(([clientId, own]) => ({
      clientId, clientName: own[0]?.clientName ?? '', dueMinor: sum(own), label: money(sum(own), currency), overdueMinor: sum(own.filter((one) => late(one) > 0)), oldestDueOn: own.map(({ dueOn }) => dueOn ?? '').sort()[0] ?? null, count: own.length,
    })).sort((a, b) => b.overdueMinor - a.overdueMinor || b.dueMinor - a.dueMinor),
  }));
}
