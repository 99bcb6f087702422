import { and, count, desc, eq, getTableColumns, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { invoices } from './tables.ts';

type Of = Pick<Scope, 'businessId'>;

/** An invoice or credit note as something to file: it is there from the moment it is issued. */
export interface IssuedPaper {
  readonly id: string;
  readonly clientId: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly issuedAt: number;
}

export interface PaperFilter {
  readonly clientId: string | undefined;
  /** The beginning of a number. */
  readonly search: string;
  readonly after: { readonly at: number; readonly id: string } | undefined;
  readonly limit: number;
}

const columns = getTableColumns(invoices);
const chosen = { id: columns.id, clientId: columns.clientId, kind: columns.kind, number: sql<string>`${columns.number}`, issuedAt: sql<number>`${columns.issuedAt}`.mapWith(Number) };
const isIssued = ({ businessId }: Of, clientId: string | undefined): SQL | undefined =>
  and(eq(invoices.businessId, businessId), inArray(invoices.stage, ['issued', 'void']), clientId === undefined ? undefined : eq(invoices.clientId, clientId));

/** The papers of a client, or of all, latest first. */
export const issuedPapers = (db: ReadDb, scope: Of, { clientId, search, after, limit }: PaperFilter): Promise<IssuedPaper[]> => db.select(chosen).from(invoices)
  .where(and(isIssued(scope, clientId), search === '' ? undefined : sql`lower(${invoices.number}) like ${`${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
    after === undefined ? undefined : or(lt(invoices.issuedAt, after.at), and(eq(invoices.issuedAt, after.at), lt(invoices.id, after.id)))))
  .orderBy(desc(invoices.issuedAt), desc(invoices.id)).limit(limit).execute();

export async function countPapers(db: ReadDb, scope: Of, clientId: string): Promise<number> {
  const [row] = await db.select({ found: count() }).from(invoices).where(isIssued(scope, clientId));
  return row?.found ?? 0;
}
