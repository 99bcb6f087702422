import { amountCell, csvLine, scaledCell, type Cell } from '../../domain/csv.ts';
import type { InvoiceRow } from '../invoice-store.ts';

/**
 * `record` says what a row is: `document` carries the totals, `line` and `tax` what they are made of. Whoever sums a
 * column keeps to one of them. Credit notes are positive, as on their paper.
 */
const header = ['record', 'number', 'kind', 'stage', 'issued', 'due', 'client', 'billed to', 'tax number', 'your reference', 'currency', 'description', 'quantity', 'unit price', 'discount',
  'tax', 'tax rate %', 'tax category', 'tax included', 'net', 'tax amount', 'total'] as const;

export const invoiceHeader = (): string => csvLine(header);

/** One paper: its totals, its lines, its taxes, with the very figures that stand on it. */
export function invoiceRecords(row: InvoiceRow, client: string): string {
  const { currency } = row;
  const money = (minor: number): Cell => amountCell(minor, currency);
  const record = (name: string, cells: Partial<Record<(typeof header)[number], Cell>>): string => {
    const all: Partial<Record<(typeof header)[number], Cell>> = {
      record: name, number: row.number, kind: row.kind, stage: row.stage, issued: row.issuedOn, due: row.dueOn, client, 'billed to': row.billing?.name ?? '', 'tax number': row.billing?.taxNumber ?? '',
      'your reference': row.poNumber, currency, ...cells,
    };
    return csvLine(header.map((column) => all[column] ?? null));
  };
  const taxes = new Map(row.taxes.map((tax) => [tax.id, tax]));
  return [
    record('document', { description: row.note, discount: money(row.discountMinor), net: money(row.subtotalMinor), 'tax amount': money(row.taxMinor), total: money(row.totalMinor) }),
    ...row.lines.map((line) => record('line', {
      description: line.description, quantity: scaledCell(line.quantityMilli, 3), 'unit price': money(line.unitPriceMinor), discount: money(line.discountMinor),
      tax: line.taxIds.map((id) => taxes.get(id)?.name ?? '').join(' + '), 'tax included': line.taxIncluded ? 'yes' : 'no', net: money(line.netMinor), total: money(line.amountMinor),
    })),
    ...row.taxes.map((tax) => record('tax', { tax: tax.name, 'tax rate %': scaledCell(tax.ratePpm, 4), 'tax category': tax.category, net: money(tax.baseMinor), 'tax amount': money(tax.amountMinor) })),
  ].join('');
}
