import type { AccessLevel, DocumentCategory, VersionState } from '@portico/contract/documents/kinds.ts';

export const categoryWords: Readonly<Record<DocumentCategory, string>> = { contracts: 'Contracts', invoices: 'Invoices', deliverables: 'Deliverables', reports: 'Reports', correspondence: 'Correspondence' };
export const levelWords: Readonly<Record<AccessLevel, string>> = { none: 'Cannot see it', view: 'May look at it', comment: 'May comment', edit: 'May add versions' };
export const stateWords: Readonly<Record<VersionState, string>> = { available: '', quarantined: 'Being checked', refused: 'Not accepted' };
export const stateTone: Readonly<Record<VersionState, string>> = { available: '', quarantined: 'warn', refused: 'bad' };

/** `PDF`, from the name that the file really has. */
export const kindOf = (name: string): string => /\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '';

const hints: readonly (readonly [DocumentCategory, RegExp])[] = [
  ['contracts', /agree|contract|terms|consent|vertrag|contrat/i], ['reports', /report|finding|assess|result|bericht|befund|rapport/i], ['deliverables', /plan|programme|design|draft|final|photo/i],
];

/** Where a file most likely belongs, by its name; the owner sees it and may choose another. */
export const likelyCategory = (name: string): DocumentCategory => hints.find(([, hint]) => hint.test(name))?.[0] ?? 'correspondence';
