import type { Deps } from '../../deps.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import { findInvoice, findIssuedOf, type InvoiceRow } from '../invoice-store.ts';
import { eInvoiceOf, whyNotElectronic } from './en16931.ts';
import { ublOf } from './ubl.ts';

export interface EInvoiceFile {
  readonly name: string;
  readonly content: Buffer;
}

export async function readOwnUbl(deps: Deps, scope: Scope, id: string): Promise<EInvoiceFile> {
  const { clientId } = requireClient(scope);
  return fileOf(deps, scope, await deps.store.read((db) => findIssuedOf(db, scope, clientId, id)));
}

export async function readUbl(deps: Deps, scope: Scope, id: string): Promise<EInvoiceFile> {
  requireStaff(scope);
  return fileOf(deps, scope, await deps.store.read((db) => findInvoice(db, scope, id)));
}

async function fileOf(deps: Deps, scope: Scope, row: InvoiceRow | undefined): Promise<EInvoiceFile> {
  if (!row || row.stage === 'draft') throw notFound();
  const refusal = whyNotElectronic(row);
  if (refusal !== undefined) throw conflict(`${row.number} cannot be an e-invoice. ${refusal}`);
  const { creditOf } = row;
  const preceding = creditOf === null ? undefined : await deps.store.read((db) => findInvoice(db, scope, creditOf));
  return { name: `${row.number}.xml`, content: Buffer.from(ublOf(eInvoiceOf(row, preceding?.number ?? null))) };
}
