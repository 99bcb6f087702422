import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import type { ReadDb } from '../storage/store.ts';
import { findInvoice } from './invoice-store.ts';
import type { IssuedPaper } from './issued-paper-store.ts';
import { invoicePdf } from './make-paper.ts';

/** One paper, unless it is a draft. Whose it is, is for the caller to look at. */
export async function findIssuedPaper(db: ReadDb, scope: Scope, id: string): Promise<IssuedPaper | undefined> {
  const row = await findInvoice(db, scope, id);
  if (!row || row.stage === 'draft' || row.number === null || row.issuedAt === null) return undefined;
  return { id: row.id, clientId: row.clientId, kind: row.kind, number: row.number, issuedAt: row.issuedAt };
}

/** Its PDF, made when it is the first time. */
export async function readPaperOf(deps: Deps, scope: Scope, paper: IssuedPaper): Promise<Buffer> {
  return (await invoicePdf(deps, scope, paper.id)).content;
}
