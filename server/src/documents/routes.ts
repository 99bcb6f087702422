import { ChangeDocumentInput, ConsoleDocument, ConsoleDocumentQuery, Document, DocumentKeeping, DocumentPage, DocumentQuery, DocumentStart, FileLink, LinkInput, ShareDocumentInput } from '@portico/contract/documents/document.ts';
import { Id, Language, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../http/route.ts';
import { changeDocument, deleteDocument, shareDocument } from './change-document.ts';
import { rotateKeyOf } from './erase-files.ts';
import { makeLink } from './file-link.ts';
import { fileRoutes } from './file-routes.ts';
import { listDocuments, listOwnDocuments, readDocumentStart } from './list-documents.ts';
import { readDocument, readOwnDocument } from './read-document.ts';
import { readKeeping } from './read-keeping.ts';
import { requestRoutes } from './requests/request-routes.ts';
import { previewRoutes } from './preview/preview-routes.ts';
import { reviewRoutes } from './review/review-routes.ts';
import { searchRoutes } from './search/search-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

const ById = z.strictObject({ id: Id });
const InLanguage = z.strictObject({ lang: Language.optional() });

export function documentRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [...searchRoutes(deps), ...requestRoutes(deps), ...reviewRoutes(deps), ...previewRoutes(deps), ...ownRoutes(deps), ...consoleRoutes(deps), ...uploadRoutes(deps), ...fileRoutes(deps)];
}

function ownRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/documents/start', access: 'client', summary: 'Categories, projects and the latest documents', query: InLanguage, output: DocumentStart }, ({ scope, query }) => readDocumentStart(deps, scope, query.lang)),
    route({ method: 'get', path: '/v1/documents', access: 'client', summary: 'Own documents, latest first', query: DocumentQuery, output: DocumentPage }, ({ scope, query }) => listOwnDocuments(deps, scope, query)),
    route({ method: 'get', path: '/v1/documents/{id}', access: 'client', summary: 'One document with its versions', params: ById, query: InLanguage, output: Document }, ({ scope, params, query }) => deps.store.read((db) => readOwnDocument(deps, db, scope, params.id, query.lang))),
    route({ method: 'post', path: '/v1/documents/{id}/link', access: 'client', summary: 'A link to the file, for a minute', params: ById, body: LinkInput, output: FileLink }, ({ scope, params, body }) => makeLink(deps, scope, params.id, body)),
  ];
}

function consoleRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/document-keeping', access: 'member', summary: 'How files are kept', output: DocumentKeeping }, ({ scope }) => readKeeping(deps, scope)),
    route({ method: 'get', path: '/v1/console/documents', access: 'member', summary: 'Documents, latest first', query: ConsoleDocumentQuery, output: DocumentPage }, ({ scope, query }) => listDocuments(deps, scope, query)),
    route({ method: 'get', path: '/v1/console/documents/{id}', access: 'member', summary: 'One document: versions, rights, receipts', params: ById, output: ConsoleDocument }, ({ scope, params }) => deps.store.read((db) => readDocument(deps, db, scope, params.id))),
    writeRoute({ method: 'patch', path: '/v1/console/documents/{id}', access: 'member', summary: 'Rename, sort, share or archive a document', params: ById, body: ChangeDocumentInput, output: ConsoleDocument }, async ({ scope, params, body }, tx) => {
      await changeDocument(deps, tx, scope, params.id, body);
      return readDocument(deps, tx, scope, params.id);
    }),
    writeRoute({ method: 'patch', path: '/v1/console/documents/{id}/rights', access: 'member', summary: 'Set what single people may do', params: ById, body: ShareDocumentInput, output: ConsoleDocument }, async ({ scope, params, body }, tx) => {
      await shareDocument(deps, tx, scope, params.id, body);
      return readDocument(deps, tx, scope, params.id);
    }),
    writeRoute({ method: 'delete', path: '/v1/console/documents/{id}', access: 'admin', summary: 'Delete a document for good', params: ById, output: Nothing }, async ({ scope, params }, tx) => {
      await deleteDocument(deps, tx, scope, params.id);
      return {};
    }),
    route({ method: 'post', path: '/v1/console/documents/{id}/link', access: 'member', summary: 'A link to the file, for a minute', params: ById, body: LinkInput, output: FileLink }, ({ scope, params, body }) => makeLink(deps, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/clients/{id}/file-key', access: 'owner', summary: 'A new key for the files of a client', params: ById, output: z.object({ files: z.int() }), fresh: true }, ({ scope, params }, tx) => rotateKeyOf(deps, tx, scope, params.id)),
  ];
}
