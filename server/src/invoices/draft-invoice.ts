import type { ChangeDraftInput, DraftInvoiceInput, Invoice, InvoiceLineInput } from '@portico/contract/invoices/invoice.ts';
import { largestTotalMinor } from '@portico/contract/invoices/limits.ts';
import { computeTotals, type Tax, type Totals } from '@portico/contract/invoices/totals.ts';
import { findBusiness } from '../business/public.ts';
import { clientNames } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { conflict, DomainError, invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
import { deleteInvoice, findInvoice, insertInvoice, updateInvoice, type InvoiceRow } from './invoice-store.ts';
import { readInvoiceForStaff } from './read-invoice.ts';
import { billingOf, taxesOf } from './settings-store.ts';

export interface DraftSource {
  readonly kind: InvoiceRow['sourceKind'];
  readonly id: string | null;
}

/** Staff write an invoice; nobody owes anything yet. */
export async function draftInvoice(deps: Deps, tx: WriteDb, scope: Scope, input: DraftInvoiceInput): Promise<Invoice> {
  requireStaff(scope);
  const id = await addDraft(deps, tx, scope, input, { kind: 'hand', id: null });
  return readInvoiceForStaff(tx, scope, id, deps.now());
}

/** A draft, whoever has the reason for it. Answers its id. */
export async function addDraft(deps: Deps, tx: WriteDb, scope: Scope, input: DraftInvoiceInput, source: DraftSource): Promise<string> {
  const business = await findBusiness(tx, scope.businessId);
  if (!business) throw notFound();
  await requireKnownClient(tx, scope, input.clientId);
  const currency = input.currency ?? business.currency;
  const row: InvoiceRow = {
    businessId: scope.businessId, clientId: input.clientId, id: deps.newId(), kind: 'invoice', stage: 'draft', number: null, numberYear: null, numberInYear: null,
    currency, issuedOn: null, dueOn: input.dueOn ?? null, issuedAt: null, ...(await pricedLines(tx, scope, input.lines)),
    depositMinor: input.deposit?.amountMinor ?? null, depositDueOn: input.deposit?.dueOn ?? null, minimumPaymentMinor: input.minimumPaymentMinor ?? null,
    seller: null, billing: null, poNumber: input.poNumber ?? (await billingOf(tx, scope, input.clientId))?.poNumber ?? '', note: input.note ?? '', lang: input.lang ?? business.lang,
    sourceKind: source.kind, sourceId: source.id, creditOf: null, voidReason: null, pdfHash: null, createdAt: deps.now(), version: 0,
  };
  requireFittingParts(row);
  await insertInvoice(tx, row);
  await record(deps, tx, scope, { type: 'invoice.drafted', subjectId: row.id, clientId: row.clientId, payload: factsOf(row) });
  return row.id;
}

export async function changeDraft(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: ChangeDraftInput): Promise<Invoice> {
  requireStaff(scope);
  const draft = await requireDraft(tx, scope, id);
  const { lines, deposit, clientId, version, ...columns } = input;
  requireLatest(draft, version);
  if (clientId !== undefined) await requireKnownClient(tx, scope, clientId);
  const change: Partial<InvoiceRow> = {
    ...Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)),
    ...(clientId !== undefined && { clientId }),
    ...(lines && await pricedLines(tx, scope, lines)),
    ...(deposit !== undefined && { depositMinor: deposit?.amountMinor ?? null, depositDueOn: deposit?.dueOn ?? null }),
    version: draft.version + 1,
  };
  const after = { ...draft, ...change };
  requireFittingParts(after);
  await updateInvoice(tx, scope, id, change);
  await recordChanged(deps, tx, scope, draft, after);
  return readInvoiceForStaff(tx, scope, id, deps.now());
}

/** A save that knows nothing of another one since must not undo it. */
function requireLatest(draft: InvoiceRow, version: number | undefined): void {
  if (version !== undefined && version !== draft.version) throw new DomainError('stale_version', 'This draft was changed in another window or by somebody else since you opened it. Load it again to see what it says now.');
}

/** What is saved while somebody types often says the same: only what differs is worth a line in the audit trail. */
async function recordChanged(deps: Deps, tx: WriteDb, scope: Scope, before: InvoiceRow, after: InvoiceRow): Promise<void> {
  const fields = (Object.keys(after) as (keyof InvoiceRow)[]).filter((field) => field !== 'version' && JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (fields.length > 0) await record(deps, tx, scope, { type: 'invoice.draft_changed', subjectId: after.id, clientId: after.clientId, payload: { ...factsOf(after), fields } });
}

export async function removeDraft(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<Record<string, never>> {
  requireStaff(scope);
  const draft = await requireDraft(tx, scope, id);
  await deleteInvoice(tx, scope, id);
  await record(deps, tx, scope, { type: 'invoice.draft_deleted', subjectId: id, clientId: draft.clientId, payload: factsOf(draft) });
  return {};
}

export async function requireDraft(tx: WriteDb, scope: Scope, id: string): Promise<InvoiceRow> {
  const row = await findInvoice(tx, scope, id);
  if (!row) throw notFound();
  if (row.stage !== 'draft') throw conflict(`${row.number ?? 'This invoice'} is issued and never changes. Void it or write a credit note.`);
  return row;
}

async function requireKnownClient(tx: WriteDb, scope: Scope, clientId: string): Promise<void> {
  if (!(await clientNames(tx, scope, [clientId])).has(clientId)) throw notFound();
}

type Priced = Pick<InvoiceRow, 'lines' | 'taxes' | 'discountMinor' | 'subtotalMinor' | 'taxMinor' | 'totalMinor'>;

/** What the lines come to, with the taxes as they are now. */
export async function pricedLines(db: ReadDb, scope: Scope, lines: readonly InvoiceLineInput[]): Promise<Priced> {
  const taxes = await taxesOf(db, scope.businessId);
  for (const [index, { taxIds }] of lines.entries()) {
    if (!taxIds.every((id) => taxes.some((tax) => tax.id === id))) throw invalidField(`lines.${index}.taxIds`, 'Use taxes from your settings.');
  }
  const totals = totalsWithin(lines, taxes);
  return {
    lines: lines.map((line, index) => ({ ...line, ...(totals.lines[index] ?? { grossMinor: 0, discountMinor: 0, amountMinor: 0, netMinor: 0 }) })),
    taxes: totals.taxes, discountMinor: totals.discountMinor, subtotalMinor: totals.subtotalMinor, taxMinor: totals.taxMinor, totalMinor: totals.totalMinor,
  };
}

function totalsWithin(lines: readonly InvoiceLineInput[], taxes: readonly Tax[]): Totals {
  try {
    const totals = computeTotals(lines, taxes);
    if (totals.totalMinor <= largestTotalMinor) return totals;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw invalidField('lines', 'This invoice is too large: split it.');
}

function requireFittingParts(row: InvoiceRow): void {
  if (row.depositMinor !== null && row.depositMinor > row.totalMinor) throw invalidField('deposit.amountMinor', 'The deposit is more than the invoice.');
  if (row.minimumPaymentMinor !== null && row.minimumPaymentMinor > row.totalMinor) throw invalidField('minimumPaymentMinor', 'The least payment is more than the invoice.');
  if (row.depositDueOn !== null && row.dueOn !== null && row.depositDueOn > row.dueOn) throw invalidField('deposit.dueOn', 'The deposit is due before the rest.');
}

export const factsOf = ({ id, number, totalMinor, currency }: InvoiceRow) => ({ invoiceId: id, number, totalMinor, currency });
