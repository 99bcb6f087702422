import { FiledDocument, type Document } from '@portico/contract/documents/document.ts';
import { CompleteUploadInput, ConsoleStartUploadInput, StartUploadInput, Upload, UploadList } from '@portico/contract/documents/upload.ts';
import { Id, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { route, uploadRoute, type Access, type Call, type DeclaredRoute } from '../http/route.ts';
import { appendUpload, readUpload } from './append-upload.ts';
import { cancelUpload, completeUpload } from './complete-upload.ts';
import { listUploads } from './list-uploads.ts';
import { readDocument, readOwnDocument } from './read-document.ts';
import { startUpload } from './start-upload.ts';
import { readOffset } from './upload-rules.ts';

const ById = z.strictObject({ id: Id });

/**
 * Bytes come as in draft-ietf-httpbis-resumable-upload: PATCH with `Upload-Offset` adds, HEAD (or GET) says how far it
 * has come, DELETE cancels. It begins and ends with JSON of our own, since a document has more than bytes.
 */
export function uploadRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [...one(deps, '/v1/uploads', 'client', StartUploadInput), ...one(deps, '/v1/console/uploads', 'member', ConsoleStartUploadInput)];
}

function one(deps: Deps, path: '/v1/uploads' | '/v1/console/uploads', access: Access, body: typeof StartUploadInput | typeof ConsoleStartUploadInput): DeclaredRoute[] {
  return [
    route({ method: 'post', path, access, summary: 'Announce a file', body, output: Upload, status: 201, rate: 'write' }, async (call) => told(call, await startUpload(deps, call.scope, call.body))),
    route({ method: 'get', path, access, summary: 'Own uploads under way', output: UploadList }, ({ scope }) => listUploads(deps, scope)),
    route({ method: 'get', path: `${path}/{id}`, access, summary: 'How far an upload has come', params: ById, output: Upload }, async (call) => told(call, await readUpload(deps, call.scope, call.params.id))),
    uploadRoute({ method: 'patch', path: `${path}/{id}`, access, summary: 'Add bytes from an offset on', params: ById, output: Upload, rate: 'upload' }, async (call) => {
      const offset = readOffset(call.request.header('upload-offset'));
      return told(call, await appendUpload(deps, call.scope, call.params.id, offset, () => call.bytes()));
    }),
    route({ method: 'post', path: `${path}/{id}/complete`, access, summary: 'File what has come', params: ById, body: CompleteUploadInput, output: FiledDocument, rate: 'write' }, async ({ scope, params, body: input }) => {
      const { documentId, renamedFrom } = await completeUpload(deps, scope, params.id, input);
      return { ...await filed(deps, scope, documentId), renamedFrom };
    }),
    route({ method: 'delete', path: `${path}/{id}`, access, summary: 'Cancel an upload', params: ById, output: Nothing, rate: 'write' }, async ({ scope, params }) => {
      await cancelUpload(deps, scope, params.id);
      return {};
    }),
  ];
}

const filed = (deps: Deps, scope: Scope, id: string): Promise<Document> => deps.store.read((db) => scope.role === 'client' ? readOwnDocument(deps, db, scope, id) : readDocument(deps, db, scope, id));

/** The answer in headers too, for clients that speak the draft. */
function told({ setHeader }: Pick<Call, 'setHeader'>, upload: Upload): Upload {
  setHeader('Upload-Offset', String(upload.offset));
  setHeader('Upload-Length', String(upload.size));
  setHeader('Upload-Complete', '?0');
  return upload;
}
