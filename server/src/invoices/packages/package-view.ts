import type { ClientPackage, PackageBalance, PackageProduct } from '@portico/contract/invoices/packages.ts';
import { dateLabel } from '../../domain/civil-dates.ts';
import { isoOf } from '../../domain/civil-time.ts';
import { formatMoney } from '../../domain/money.ts';
import type { InvoiceReader } from '../invoice-view.ts';
import type { EntryRow, PackageWithBalance, Product } from './package-store.ts';

export const toProduct = ({ businessId: _, ...product }: Product, currency: string, lang: string): PackageProduct =>
  ({ ...product, taxIds: [...product.taxIds], serviceIds: [...product.serviceIds], priceLabel: formatMoney(product.priceMinor, currency, lang) });

export const toBalance = ({ row, remaining }: PackageWithBalance, { lang }: InvoiceReader): PackageBalance => ({
  id: row.id, name: row.name, sessions: row.sessions, remaining, expiresOn: row.expiresOn, serviceIds: [...row.serviceIds],
  label: { remaining: remaining.toLocaleString(lang), sessions: row.sessions.toLocaleString(lang), expiresOn: row.expiresOn && dateLabel(row.expiresOn, lang) },
});

export function toClientPackage(found: PackageWithBalance, entries: readonly EntryRow[], reader: InvoiceReader): ClientPackage {
  const own = entries.filter(({ packageId }) => packageId === found.row.id);
  return {
    ...toBalance(found, reader), state: stateOf(found, own, reader.today), invoiceId: found.row.invoiceId, boughtAt: isoOf(found.row.boughtAt),
    entries: own.map(({ id, kind, change, bookingId, at }) => ({ id, kind, change, bookingId, at: isoOf(at) })),
  };
}

function stateOf({ row, remaining }: PackageWithBalance, entries: readonly EntryRow[], today: string): ClientPackage['state'] {
  if (row.cancelled || entries.some(({ kind }) => kind === 'withdrawn')) return 'cancelled';
  if (entries.length === 0) return 'awaiting_payment';
  if ((row.expiresOn !== null && row.expiresOn < today) || entries.some(({ kind }) => kind === 'expired')) return 'expired';
  return remaining > 0 ? 'active' : 'used_up';
}
