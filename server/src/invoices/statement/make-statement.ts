import type { Statement } from '@portico/contract/invoices/statement.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import { billingDetails } from '../billing.ts';
import { sellerOf } from '../issue-invoice.ts';
import { settingsOf } from '../settings-store.ts';
import { statementPaper } from './statement-paper.ts';

/** A statement as it is now; unlike an invoice it is not kept, since the next one may say more. */
export async function statementPdf(deps: Deps, scope: Scope, statement: Statement, lang?: string): Promise<Buffer> {
  const parties = await deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    return { seller: sellerOf(business, await settingsOf(db, scope.businessId)), billing: await billingDetails(db, scope, statement.clientId), lang: lang ?? business.lang, madeAt: new Date(deps.now()) };
  });
  return statementPaper(statement, parties);
}
