import { accessLevels, type AccessLevel } from '@portico/contract/documents/kinds.ts';
import type { DocumentRight } from '@portico/contract/documents/document.ts';

export type Right = DocumentRight;

/** Whoever brings a document shares it like this until somebody says otherwise. */
export const usualRight = (by: 'staff' | 'client' | 'system'): Right => ({ level: by === 'client' ? 'edit' : 'comment', download: true });

/** Staff may do everything. */
export const staffRight: Right = { level: 'edit', download: true };

export const atLeast = ({ level }: Right, wanted: AccessLevel): boolean => accessLevels.indexOf(level) >= accessLevels.indexOf(wanted);

interface WithOwn extends Right {
  readonly ownLevel: AccessLevel | null;
  readonly ownDownload: boolean | null;
}

/** A contact's own right, or what the document says for all. */
export const rightOf = ({ level, download, ownLevel, ownDownload }: WithOwn): Right => ({ level: ownLevel ?? level, download: ownDownload ?? download });
