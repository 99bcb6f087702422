import type { AccessLevel, DocumentCategory, ReviewState, VersionState } from '@portico/contract/documents/kinds.ts';

export const categoryWords: Readonly<Record<DocumentCategory, string>> = { contracts: 'Contracts', invoices: 'Invoices', deliverables: 'Deliverables', reports: 'Reports', correspondence: 'Correspondence' };
export const levelWords: Readonly<Record<AccessLevel, string>> = { none: 'Cannot see it', view: 'May look at it', comment: 'May comment', edit: 'May add versions' };
export const stateWords: Readonly<Record<VersionState, string>> = { available: '', quarantined: 'Being checked', refused: 'Not accepted' };
export const stateTone: Readonly<Record<VersionState, string>> = { available: '', quarantined: 'warn', refused: 'bad' };

export const reviewWords: Readonly<Record<ReviewState, string>> = { waiting: 'Waiting for approval', approved: 'Approved', changes_requested: 'Changes wanted', withdrawn: 'Not asked any more' };
export const reviewTone: Readonly<Record<ReviewState, string>> = { waiting: '', approved: 'good', changes_requested: 'warn', withdrawn: '' };

/** `PDF`, from the name that the file really has. */
export const kindOf = (name: string): string => /\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '';

/** Words of file names in the six languages of the elements, folded as below. The first that fits counts: a consent to a plan is a contract. */
const hints: readonly (readonly [DocumentCategory, RegExp])[] = [
  ['contracts', /agree|contra[ct]|terms|consent|vertrag|einwillig|accord|acuerdo|acordo|conven[ic]|condi[ct]i?[co]|termos|terminos|(?<!\p{L})(?:ال)?(?:عقد|عقود|اتفاق|شروط|موافقه)/u],
  ['invoices', /invoice|receipt|rechnung|quittung|factur|fatura|recibo|(?<!\p{L})(?:ال)?(?:فاتوره|فواتير|ايصال)/u],
  ['reports', /report|finding|assess|result|bericht|befund|ergebnis|rapport|informe|relatorio|laudo|dictamen|(?<!\p{L})(?:ال)?(?:تقرير|تقارير|نتيجه|نتايج)/u],
  ['deliverables', /plan|programme?|design|draft|final|photo|foto|entwurf|brouillon|diseno|proye[ct]|projet|borrador|rascunho|desenho|(?<!\p{L})(?:ال)?(?:خطه|مخطط|تصميم|مسوده|صور|نهايي)/u],
];

/** Without accents, which macOS writes as marks of their own, and and the carriers of Arabic hamza and last letters as the plain ones. */
const folded = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ة', 'ه').replaceAll('ى', 'ي');

/** Where a file most likely belongs, by its name; the owner sees it and may choose another. */
export const likelyCategory = (name: string): DocumentCategory => hints.find(([, hint]) => hint.test(folded(name)))?.[0] ?? 'correspondence';
