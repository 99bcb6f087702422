import { PortalError } from '@portico/client/portal-error.ts';
import type { DocumentsMessage } from './documents-messages.ts';

const byReason: Readonly<Record<string, DocumentsMessage>> = {
  upload_incomplete: 'damaged', upload_damaged: 'damaged', too_many_uploads: 'tooMany', wrong_content: 'wrongType', being_checked: 'beingChecked', content_gone: 'contentGone',
};
const byCode: Readonly<Record<string, DocumentsMessage>> = { too_large: 'tooLarge', unsupported_type: 'wrongType', storage_full: 'full', unreachable: 'lineLost' };

/** What became of a file, in the element's own words; undefined where it has none. */
export function fileProblem(error: unknown): DocumentsMessage | undefined {
  if (!(error instanceof PortalError)) return undefined;
  return byReason[error.reason ?? ''] ?? byCode[error.code];
}
