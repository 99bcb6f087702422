import type { InvoiceRow } from './invoice-store.ts';

type Summed = Pick<InvoiceRow, 'taxes' | 'totalMinor' | 'subtotalMinor'>;

/**
 * Credit notes never take back more than was invoiced, neither in all nor of any one tax: the tax office pays back
 * only what it got. Answers what is too much; undefined when it fits.
 */
export function tooMuchCredited(invoice: Summed, before: readonly Summed[], note: Summed): string | undefined {
  const all = [...before, note];
  const sum = (of: (one: Summed) => number): number => all.reduce((total, one) => total + of(one), 0);
  if (sum(({ totalMinor }) => totalMinor) > invoice.totalMinor) return 'This is more than is left of the invoice.';
  const known = new Set(invoice.taxes.map(({ id }) => id));
  const taxIds = new Set(all.flatMap(({ taxes }) => taxes.map(({ id }) => id)));
  for (const id of taxIds) {
    const taxOf = ({ taxes }: Summed): number => taxes.find((tax) => tax.id === id)?.amountMinor ?? 0;
    if (!known.has(id)) return 'Use only taxes that are on the invoice.';
    if (sum(taxOf) > taxOf(invoice)) return 'This takes back more tax than the invoice has.';
  }
  return undefined;
}
