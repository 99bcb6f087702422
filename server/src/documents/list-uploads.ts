import type { Upload } from '@portico/contract/documents/upload.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { toUpload } from './start-upload.ts';
import { uploadsOf } from './upload-store.ts';

/** What this person began and has not finished, so that a page that was closed can go on. */
export async function listUploads(deps: Deps, scope: Scope): Promise<{ items: Upload[] }> {
  return { items: (await deps.store.read((db) => uploadsOf(db, scope))).map(toUpload) };
}
