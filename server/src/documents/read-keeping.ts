import type { DocumentKeeping } from '@portico/contract/documents/document.ts';
import type { Deps } from '../deps.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { countQuarantined } from './document-store.ts';
import { usedBytes } from './upload-store.ts';

/** How files are kept here, plainly: staff must not believe in a scanner that is not there. */
export async function readKeeping(deps: Deps, scope: Scope): Promise<DocumentKeeping> {
  requireStaff(scope);
  const { maxBytes, quotaBytes } = deps.config.files;
  const [used, waiting] = await deps.store.read(async (db) => [await usedBytes(db, scope), await countQuarantined(db, scope)] as const);
  return {
    store: deps.files.name, scanner: deps.scanner.name, maxFileBytes: maxBytes, quotaBytes, usedBytes: used, waiting,
    scannerNote: deps.scanner.name === 'none'
      ? 'Files are not checked for viruses: no scanner is set up on this server. Open what clients send with care.'
      : 'Every file is checked for viruses before anybody can open it.',
  };
}
