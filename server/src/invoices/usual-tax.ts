import { computeTotals, type Tax } from '@portico/contract/invoices/totals.ts';
import type { ReadDb } from '../storage/store.ts';
import { settingsOf, taxesOf } from './settings-store.ts';

/** How a price is taxed: as a line of an invoice has it. */
export interface Taxed {
  readonly taxIncluded: boolean;
  readonly taxIds: readonly string[];
}

const mostTaxes = 4;

/** The taxes that new lines carry, and whether the owner writes prices with them inside. */
export async function usualTax(db: ReadDb, businessId: string): Promise<{ taxIncluded: boolean; taxIds: string[] }> {
  const { pricesIncludeTax } = await settingsOf(db, businessId);
  const taxes = await taxesOf(db, businessId);
  return { taxIncluded: pricesIncludeTax, taxIds: taxes.filter(({ isDefault, archived }) => isDefault && !archived).map(({ id }) => id).slice(0, mostTaxes) };
}

/** What a client pays for one of something: the same sum as on its invoice. */
export const paidFor = (priceMinor: number, { taxIncluded, taxIds }: Taxed, taxes: readonly Tax[]): number =>
  computeTotals([{ quantityMilli: 1000, unitPriceMinor: priceMinor, discount: null, taxIncluded, taxIds }], taxes).totalMinor;

/** What clients pay for prices as the owner writes them; they are told nothing else. */
export async function clientPrices(db: ReadDb, businessId: string): Promise<(priceMinor: number) => number> {
  const usual = await usualTax(db, businessId);
  if (usual.taxIncluded || usual.taxIds.length === 0) return (priceMinor) => priceMinor;
  const taxes = await taxesOf(db, businessId);
  return (priceMinor) => paidFor(priceMinor, usual, taxes);
}
