import type { CreditInvoiceInput, Invoice } from '@portico/contract/invoices/invoice.ts';
import type { Deps } from '../deps.ts';
import { conflict, invalidField, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { tooMuchCredited } from './credit-rules.ts';
import { factsOf, pricedLines } from './draft-invoice.ts';
import { creditNotesOf, findInvoice, insertInvoice, type InvoiceRow } from './invoice-store.ts';
import { freeze, incomeEntries } from './issue-invoice.ts';
import { post } from './ledger.ts';
import { balanceOf } from './ledger-store.ts';
import { readInvoiceForStaff } from './read-invoice.ts';

/**
 * Issues a credit note against an invoice. It lowers what is still owed on it; what had been paid already becomes the
 * client's account credit, to be used or given back.
 */
export async function creditInvoice(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: CreditInvoiceInput): Promise<Invoice> {
  requireStaff(scope, 'admin');
  const invoice = await findInvoice(tx, scope, id);
  if (!invoice) throw notFound();
  if (invoice.kind !== 'invoice' || invoice.stage !== 'issued') throw conflict('Only an issued invoice can be credited.');
  const before = await creditNotesOf(tx, scope, id);
  if (before.length > 0 && input.lines === undefined) throw invalidField('lines', 'Part of this invoice is credited already: say which lines to take back.');
  const note = await insertNote(deps, tx, scope, invoice, before, input);
  await post(deps, tx, scope, {
    kind: 'credit_note', clientId: note.clientId, currency: note.currency, bookedOn: note.issuedOn ?? '', dedupeKey: `credit_note:${note.id}`,
    entries: [...await creditedSides(tx, scope, invoice.id, note.totalMinor), ...incomeEntries(note, 1)],
  });
  await record(deps, tx, scope, { type: 'credit_note.issued', subjectId: note.id, clientId: note.clientId, payload: { ...factsOf(note), creditOf: id, reason: input.reason, lang: note.lang } });
  return readInvoiceForStaff(tx, scope, note.id, deps.now());
}

/** First what is still owed on the invoice, then the client's credit. */
async function creditedSides(tx: WriteDb, scope: Scope, invoiceId: string, totalMinor: number) {
  const { dueMinor } = await balanceOf(tx, scope, invoiceId);
  const offInvoice = Math.min(totalMinor, dueMinor);
  return [
    { account: 'receivable' as const, invoiceId, amountMinor: -offInvoice },
    { account: 'client_credit' as const, amountMinor: -(totalMinor - offInvoice) },
  ];
}

async function insertNote(deps: Deps, tx: WriteDb, scope: Scope, invoice: InvoiceRow, before: readonly InvoiceRow[], input: CreditInvoiceInput): Promise<InvoiceRow> {
  const priced = input.lines ? await pricedLines(tx, scope, input.lines) : wholeOf(invoice);
  const problem = tooMuchCredited(invoice, before, priced);
  if (problem) throw invalidField('lines', problem);
  const draft: InvoiceRow = {
    ...invoice, ...priced, id: deps.newId(), kind: 'credit_note', stage: 'draft', number: null, numberYear: null, numberInYear: null, issuedOn: null, dueOn: null, issuedAt: null,
    depositMinor: null, depositDueOn: null, minimumPaymentMinor: null, note: input.reason, sourceKind: 'hand', sourceId: null, creditOf: invoice.id, pdfHash: null, createdAt: deps.now(),
  };
  await insertInvoice(tx, draft);
  return freeze(deps, tx, scope, draft);
}

/** The whole invoice again, at the rates it was issued with, whatever the settings say today. */
function wholeOf({ lines, taxes, discountMinor, subtotalMinor, taxMinor, totalMinor }: InvoiceRow) {
  return { lines, taxes, discountMinor, subtotalMinor, taxMinor, totalMinor };
}
