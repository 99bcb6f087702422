import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireClient, requireStaff, systemScope, type Scope } from '../domain/scope.ts';
import { findIssuedOf } from './invoice-store.ts';
import { invoicePdf, receiptPdf } from './make-paper.ts';
import { readPaperToken } from './paper-link.ts';
import { findPayment } from './payment-store.ts';

export interface PaperFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A client's own invoice. */
export async function readOwnInvoicePdf(deps: Deps, scope: Scope, id: string): Promise<PaperFile> {
  const { clientId } = requireClient(scope);
  if (!(await deps.store.read((db) => findIssuedOf(db, scope, clientId, id)))) throw notFound();
  return invoicePdf(deps, scope, id);
}

/** The receipt for a client's own payment. */
export async function readOwnReceipt(deps: Deps, scope: Scope, id: string): Promise<PaperFile> {
  const { clientId } = requireClient(scope);
  const payment = await deps.store.read((db) => findPayment(db, scope, id));
  if (payment?.clientId !== clientId) throw notFound();
  return receiptPdf(deps, scope, id);
}

export function readInvoicePdf(deps: Deps, scope: Scope, id: string): Promise<PaperFile> {
  requireStaff(scope);
  return invoicePdf(deps, scope, id);
}

export function readReceipt(deps: Deps, scope: Scope, id: string): Promise<PaperFile> {
  requireStaff(scope);
  return receiptPdf(deps, scope, id);
}

/** From a mail: the link opens one paper, for a while. */
export async function readLinkedPaper(deps: Deps, token: string): Promise<PaperFile> {
  const link = readPaperToken(deps.config.keys.codes.reveal(), token, deps.now());
  if (!link) throw notFound();
  const scope = systemScope(link.businessId);
  return link.kind === 'invoice' ? invoicePdf(deps, scope, link.subjectId) : receiptPdf(deps, scope, link.subjectId);
}
