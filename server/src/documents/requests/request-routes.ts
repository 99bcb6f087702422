import { AskedDocuments, AskForDocumentInput, DocumentRequest, DocumentRequestPage, DocumentRequestQuery, ReturnDocumentInput } from '@portico/contract/documents/request.ts';
import { Id, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../../http/route.ts';
import { askForDocument, decide } from './ask-for-document.ts';
import { listRequests } from './list-requests.ts';

const ById = z.strictObject({ id: Id });
const path = '/v1/console/document-requests';

export function requestRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path, access: 'member', summary: 'What clients are asked for, newest first', query: DocumentRequestQuery, output: DocumentRequestPage }, ({ scope, query }) => listRequests(deps, scope, query)),
    writeRoute({ method: 'post', path, access: 'member', summary: 'Ask clients for a document', body: AskForDocumentInput, output: AskedDocuments, status: 201, idempotent: true }, ({ scope, body }, tx) => askForDocument(deps, tx, scope, body)),
    writeRoute({ method: 'post', path: `${path}/{id}/accept`, access: 'member', summary: 'What came is what was asked for', params: ById, body: Nothing, output: DocumentRequest }, ({ scope, params }, tx) => decide(deps, tx, scope, params.id, 'accepted')),
    writeRoute({ method: 'post', path: `${path}/{id}/return`, access: 'member', summary: 'Ask again, and say why', params: ById, body: ReturnDocumentInput, output: DocumentRequest }, ({ scope, params, body }, tx) => decide(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: `${path}/{id}/cancel`, access: 'member', summary: 'It is not needed any more', params: ById, body: Nothing, output: DocumentRequest }, ({ scope, params }, tx) => decide(deps, tx, scope, params.id, 'cancelled')),
  ];
}
