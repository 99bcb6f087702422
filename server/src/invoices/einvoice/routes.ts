import { Id } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { asDownload } from '../../http/download.ts';
import { streamRoute, type DeclaredRoute } from '../../http/route.ts';
import { readOwnUbl, readUbl } from './read-einvoice.ts';

const ById = z.strictObject({ id: Id });
const contentType = 'application/xml';

export function eInvoiceRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    streamRoute({ method: 'get', path: '/v1/invoices/{id}/ubl', access: 'client', summary: 'An invoice as EN 16931 UBL', params: ById, contentType }, async (call) => {
      const { name, content } = await readOwnUbl(deps, call.scope, call.params.id);
      return asDownload(call, name, content);
    }, z.string()),
    streamRoute({ method: 'get', path: '/v1/console/invoices/{id}/ubl', access: 'member', summary: 'An invoice as EN 16931 UBL', params: ById, contentType }, async (call) => {
      const { name, content } = await readUbl(deps, call.scope, call.params.id);
      return asDownload(call, name, content);
    }, z.string()),
  ];
}
