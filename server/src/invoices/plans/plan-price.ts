import type { InvoiceLineInput } from '@portico/contract/invoices/invoice.ts';
import type { Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import { pricedLines } from '../draft-invoice.ts';
import type { PlanRow } from './plan-store.ts';

export const lineOf = (plan: PlanRow, description: string): InvoiceLineInput => ({
  description, quantityMilli: 1000, unitPriceMinor: plan.priceMinor, discount: null, taxIncluded: plan.taxIncluded, taxIds: [...plan.taxIds],
});

/** What one period costs with its taxes, as they are now: the same sum as its invoice will have. */
export const planTotal = async (db: ReadDb, scope: Scope, plan: PlanRow): Promise<number> => (await pricedLines(db, scope, [lineOf(plan, plan.name)])).totalMinor;
