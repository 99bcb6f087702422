import type { DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { appendUpload } from './append-upload.ts';
import { completeUpload, type Completed } from './complete-upload.ts';
import { startUpload } from './start-upload.ts';

/** Files what this process has made itself: announced, taken and completed in one go. */
export async function fileDocument(deps: Deps, scope: Scope, what: { readonly clientId: string; readonly name: string; readonly category: DocumentCategory; readonly note: string }, content: Uint8Array): Promise<Completed> {
  const { id } = await startUpload(deps, scope, { ...what, size: content.length });
  await appendUpload(deps, scope, id, 0, () => new Blob([new Uint8Array(content)]).stream());
  return completeUpload(deps, scope, id, {});
}
