import { createHash } from 'node:crypto';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { billingDetails } from './billing.ts';
import { facturXOf } from './einvoice/factur-x.ts';
import { findInvoice, updateInvoice } from './invoice-store.ts';
import { sellerOf } from './issue-invoice.ts';
import { invoicePaper } from './paper/invoice-paper.ts';
import { receiptPaper } from './paper/receipt-paper.ts';
import { findPaper, insertPaper, type PaperRow } from './paper-store.ts';
import { findPayment } from './payment-store.ts';
import { settingsOf } from './settings-store.ts';

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** The PDF of an issued invoice: made once, then always the same bytes. */
export async function invoicePdf(deps: Deps, scope: Scope, id: string): Promise<PaperRow> {
  const known = await deps.store.read((db) => findPaper(db, scope, 'invoice', id));
  if (known) return known;
  const { row, creditOf } = await deps.store.read(async (db) => {
    const found = await findInvoice(db, scope, id);
    if (!found || found.stage === 'draft') throw notFound();
    return { row: found, creditOf: found.creditOf === null ? null : (await findInvoice(db, scope, found.creditOf))?.number ?? null };
  });
  const content = await invoicePaper(row, { creditOf, attachment: facturXOf(row, creditOf) });
  return keep(deps, scope, { clientId: row.clientId, kind: 'invoice', subjectId: id, name: `${row.number}.pdf`, content });
}

/** The receipt for a payment. */
export async function receiptPdf(deps: Deps, scope: Scope, paymentId: string): Promise<PaperRow> {
  const known = await deps.store.read((db) => findPaper(db, scope, 'receipt', paymentId));
  if (known) return known;
  const facts = await deps.store.read(async (db) => {
    const payment = await findPayment(db, scope, paymentId);
    const business = await findBusiness(db, scope.businessId);
    if (!payment || !business) throw notFound();
    const [first] = payment.allocations;
    const invoice = first && await findInvoice(db, scope, first.invoiceId);
    return {
      payment, seller: invoice?.seller ?? sellerOf(business, await settingsOf(db, scope.businessId)),
      billing: invoice?.billing ?? await billingDetails(db, scope, payment.clientId), lang: invoice?.lang ?? business.lang,
    };
  });
  const content = await receiptPaper(facts);
  return keep(deps, scope, { clientId: facts.payment.clientId, kind: 'receipt', subjectId: paymentId, name: `receipt-${facts.payment.receivedOn}-${paymentId.slice(-6)}.pdf`, content });
}

/** Two who make it at once make the same; the first is kept, and its hash noted on the invoice. */
async function keep(deps: Deps, scope: Scope, paper: Pick<PaperRow, 'clientId' | 'kind' | 'subjectId' | 'name' | 'content'>): Promise<PaperRow> {
  return deps.store.write(async (tx) => {
    const before = await findPaper(tx, scope, paper.kind, paper.subjectId);
    if (before) return before;
    const row: PaperRow = { businessId: scope.businessId, ...paper, sha256: sha256(paper.content), createdAt: deps.now() };
    await insertPaper(tx, row);
    if (paper.kind === 'invoice') await updateInvoice(tx, scope, paper.subjectId, { pdfHash: row.sha256 });
    return row;
  });
}
