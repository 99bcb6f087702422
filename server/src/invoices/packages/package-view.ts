import type { ClientPackage, PackageBalance, PackageProduct } from '@portico/contract/invoices/packages.ts';
import { dateLabel } from '../../domain/civil-dates.ts';
import { isoOf } from '../../domain/civil-time.ts';
import { formatMoney } from '../../domain/money.ts';
import type { InvoiceReader } from '../invoice-view.ts';
import type { EntryRow, PackageWithBalance, Product } from './package-store.ts';

/** `paidMinor`: what it comes to with its taxes, which is what clients are told. */
export const toProduct = ({ businessId: _, ...product }: Product, currency: string, lang: string, paidMinor = product.priceMinor): PackageProduct =>
  ({ ...product, taxIds: [...product.taxIds], serviceIds: [...product.serviceIds], priceLabel: formatMoney(paidMinor, currency, lang) });

export const toBalance = ({ row, remaining }: PackageWithBalance, { lang }: InvoiceReader): PackageBalance => ({
  id: row.id, name: row.name, sessions: row.sessions, remaining, expiresOn: row.expiresOn, serviceIds: [...row.serviceIds],
  label: { remaining: remaining.toLocaleString(lang), sessions: row.sessions.toLocaleString(lang), expiresOn: row.expiresOn && dateLabel(row.expiresOn, lang) },
});

export interface PackageParts {
  readonly entries: readonly EntryRow[];
  readonly invoice: { readonly number: string | null; readonly isPaid: boolean } | undefined;
  /** What bookings are called, by their id. */
  readonly bookings: ReadonlyMap<string, NonNullable<ClientPackage['entries'][number]['booking']>>;
}

export function toClientPackage(found: PackageWithBalance, { entries, invoice, bookings }: PackageParts, reader: InvoiceReader): ClientPackage {
  const own = entries.filter(({ packageId }) => packageId === found.row.id);
  return {
    ...toBalance(found, reader), state: stateOf(found, own, reader.today), invoiceId: found.row.invoiceId, invoiceNumber: invoice?.number ?? null, isPaid: invoice?.isPaid ?? false, boughtAt: isoOf(found.row.boughtAt),
    entries: own.map(({ id, kind, change, bookingId, reason, at }) => ({ id, kind, change, bookingId, reason, at: isoOf(at), booking: bookings.get(bookingId ?? '') ?? null })),
  };
}

function stateOf({ row, remaining }: PackageWithBalance, entries: readonly EntryRow[], today: string): ClientPackage['state'] {
  if (row.cancelled) return 'cancelled';
  if (row.endedAt !== null) return 'ended';
  if (entries.length === 0) return 'awaiting_payment';
  if (row.expiresOn !== null && row.expiresOn < today) return 'expired';
  return remaining > 0 ? 'active' : 'used_up';
}
