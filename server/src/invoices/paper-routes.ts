import { Id } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { asDownload } from '../http/download.ts';
import { streamRoute, type Call, type DeclaredRoute } from '../http/route.ts';
import { readInvoicePdf, readLinkedPaper, readOwnInvoicePdf, readOwnReceipt, readReceipt, type PaperFile } from './read-paper.ts';

const ById = z.strictObject({ id: Id });
const Pdf = z.string().meta({ format: 'binary' });
const contentType = 'application/pdf';

/** Papers are downloads, never pages: attachments that may run nothing. */
export function paperRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    streamRoute({ method: 'get', path: '/v1/invoices/{id}/pdf', access: 'client', summary: 'An invoice as PDF', params: ById, contentType }, async (call) => download(call, await readOwnInvoicePdf(deps, call.scope, call.params.id)), Pdf),
    streamRoute({ method: 'get', path: '/v1/payments/{id}/receipt', access: 'client', summary: 'A receipt as PDF', params: ById, contentType }, async (call) => download(call, await readOwnReceipt(deps, call.scope, call.params.id)), Pdf),
    streamRoute({ method: 'get', path: '/v1/console/invoices/{id}/pdf', access: 'member', summary: 'An invoice as PDF', params: ById, contentType }, async (call) => download(call, await readInvoicePdf(deps, call.scope, call.params.id)), Pdf),
    streamRoute({ method: 'get', path: '/v1/console/payments/{id}/receipt', access: 'member', summary: 'A receipt as PDF', params: ById, contentType }, async (call) => download(call, await readReceipt(deps, call.scope, call.params.id)), Pdf),
    streamRoute({ method: 'get', path: '/v1/papers/{token}', access: 'open', summary: 'A paper, from the link in a mail', params: z.strictObject({ token: z.string().max(300) }), rate: 'book', contentType },
      async (call) => download(call, await readLinkedPaper(deps, call.params.token)), Pdf),
  ];
}

function download(call: Pick<Call, 'setHeader'>, { name, content }: PaperFile): ReadableStream<Uint8Array> {
  return asDownload(call, name, content);
}
