import type { ExportQuery } from '@portico/contract/invoices/exports.ts';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Deps } from '../../deps.ts';
import { csvStart } from '../../domain/csv.ts';
import { requireClient, type Scope } from '../../domain/scope.ts';
import { invoicePdf } from '../make-paper.ts';
import { issuedInvoices, noteExport, rangeOf } from './export-books.ts';
import { invoiceHeader, invoiceRecords } from './invoice-csv.ts';

/** All of a client's own papers in one file: every PDF, and a table of them. */
export async function ownArchive(deps: Deps, scope: Scope, query: ExportQuery): Promise<ReadableStream<Uint8Array>> {
  const { clientId } = requireClient(scope);
  await noteExport(deps, scope, 'archive', query);
  return ReadableStream.from(pack(deps, scope, clientId, query)) as ReadableStream<Uint8Array>;
}

/** One paper in memory at a time, as fast as the reader takes them. */
async function* pack(deps: Deps, scope: Scope, clientId: string, query: ExportQuery): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  let table = csvStart + invoiceHeader();
  for await (const { row, client } of issuedInvoices(deps, scope, rangeOf(query), clientId)) {
    const { content } = await invoicePdf(deps, scope, row.id);
    // PDFs are compressed inside; once more would cost time and win nothing.
    add(zip, new ZipPassThrough(fileName(row.number ?? row.id)), content, row.issuedAt ?? deps.now());
    table += invoiceRecords(row, client);
    yield* ready.splice(0);
  }
  add(zip, new ZipDeflate('invoices.csv', { level: 6 }), encoder.encode(table), deps.now());
  zip.end();
  yield* ready.splice(0);
}

function add(zip: Zip, file: ZipPassThrough | ZipDeflate, content: Uint8Array, changedAt: number): void {
  file.mtime = changedAt;
  zip.add(file);
  file.push(content, true);
}

/** A number may hold a slash; a file in an archive must not lead elsewhere. */
const fileName = (number: string): string => `${number.replaceAll(/[^\w.-]+/g, '-').replace(/^\.+/, '')}.pdf`;
