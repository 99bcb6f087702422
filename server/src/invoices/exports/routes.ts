import { ExportQuery } from '@portico/contract/invoices/exports.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { csvStream } from '../../domain/csv.ts';
import { asDownload } from '../../http/download.ts';
import { streamRoute, type DeclaredRoute } from '../../http/route.ts';
import { ownArchive } from './archive.ts';
import { exportBooks, type ExportName } from './export-books.ts';

const summaries: Readonly<Record<ExportName, string>> = { invoices: 'Invoices, lines and taxes as CSV', payments: 'Payments and refunds as CSV', journal: 'The ledger\'s journal as CSV' };

export function exportRoutes(deps: Deps): readonly DeclaredRoute[] {
  const csv = (name: ExportName): DeclaredRoute => streamRoute(
    { method: 'get', path: `/v1/console/exports/${name}`, access: 'admin', summary: summaries[name], query: ExportQuery, rate: 'heavy', contentType: 'text/csv; charset=utf-8' },
    async (call) => asDownload(call, `${name}.csv`, csvStream(await exportBooks(deps, call.scope, name, call.query))), z.string(),
  );
  return [
    csv('invoices'), csv('payments'), csv('journal'),
    streamRoute({ method: 'get', path: '/v1/invoices/archive', access: 'client', summary: 'Own invoices as one archive', query: ExportQuery, rate: 'heavy', contentType: 'application/zip' },
      async (call) => asDownload(call, 'invoices.zip', await ownArchive(deps, call.scope, call.query)), z.string().meta({ format: 'binary' })),
  ];
}
