import type { Document, DocumentStart, DocumentSummary, DocumentVersion, FiledDocument } from '@portico/contract/documents/document.ts';
import { documentCategories } from '@portico/contract/documents/kinds.ts';
import type { DocumentRequest } from '@portico/contract/documents/request.ts';
import type { FoundDocument } from '@portico/contract/documents/search.ts';
import { sampleStart } from './sample-bookings.ts';

/** What a client of the physiotherapist shares with the practice on Wednesday 25 November 2026, as the server would say it. */
export function sampleDocument(number: number, change: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    id: `document-0000000000${number}`, source: 'file', clientId: 'client-000000000001', clientName: 'Thandi Mokoena', name: 'Home programme.pdf', category: 'reports', projectId: null, projectName: null,
    version: 1, state: 'available', mediaType: 'application/pdf', size: 245_760, by: 'staff', archived: false, changedAt: '2026-11-20T08:00:00Z', right: { level: 'view', download: true }, isNew: false, review: null, comments: 0,
    label: { size: '240 kB', changedAt: '20 Nov 2026' }, ...change,
  };
}

export const fresh = sampleDocument(11, { name: 'Knee, findings and plan.pdf', version: 2, isNew: true });
export const contract = sampleDocument(12, { name: 'Treatment agreement.docx', category: 'contracts', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', label: { size: '38 kB', changedAt: '3 Nov 2026' } });
export const photo = sampleDocument(13, { name: 'Standing, left.jpg', category: 'correspondence', by: 'client', state: 'quarantined', version: null, mediaType: 'image/jpeg', label: { size: '2.1 MB', changedAt: 'Today' } });
export const lookOnly = sampleDocument(14, { name: 'Scan report.pdf', right: { level: 'view', download: false } });
export const refused = sampleDocument(15, { name: 'invoice.exe.zip', category: 'correspondence', by: 'client', state: 'refused', version: null });
export const paper = sampleDocument(16, { source: 'invoice', name: 'INV-2026-0031.pdf', category: 'invoices', by: 'system', size: null, label: { size: null, changedAt: '13 Nov 2026' } });
/** Two engagements, and the documents of one of them. */
export const engagements = [{ id: 'project-00000000001', name: 'Knee, after the operation' }, { id: 'project-00000000002', name: 'Back to running' }];
export const inProject = sampleDocument(17, { name: 'Twelve weeks.pdf', projectId: 'project-00000000001', projectName: 'Knee, after the operation' });
const all = [fresh, photo, contract, lookOnly, refused, paper];

export function sampleDocuments(items: readonly DocumentSummary[] = all, change: Partial<DocumentStart> = {}): DocumentStart {
  return {
    business: sampleStart().business, projects: [], recent: { items: [...items], nextCursor: null }, maxFileBytes: 1024 ** 3, unfinished: 0, requests: [], toReview: [],
    categories: documentCategories.map((category) => ({ category, count: items.filter((item) => item.category === category).length })), ...change,
  };
}

export const passport: DocumentRequest = {
  id: 'request-00000000001', clientId: 'client-000000000001', clientName: 'Thandi Mokoena', title: 'A copy of your passport', why: 'Your medical aid wants to see it.', dueOn: '2026-11-27', category: 'correspondence', state: 'open', reason: null,
  documents: [], isOverdue: false, askedAt: '2026-11-20T08:00:00Z', submittedAt: null, remindedAt: null, batchId: null, label: { dueOn: 'Friday' },
};
export const referral: DocumentRequest = { ...passport, id: 'request-00000000002', title: 'The referral letter', why: '', dueOn: '2026-11-20', state: 'returned', reason: 'The second page is missing', isOverdue: true, label: { dueOn: '20 November' } };
export const scan: DocumentRequest = { ...passport, id: 'request-00000000003', title: 'Your last scan', why: '', dueOn: null, state: 'submitted', documents: [{ id: 'd', name: 'scan.pdf' }], label: { dueOn: null } };

export const sampleVersion = (number: number, change: Partial<DocumentVersion> = {}): DocumentVersion => ({
  number, name: 'Knee, findings and plan.pdf', mediaType: 'application/pdf', size: 245_760, sha256: 'a'.repeat(64), state: 'available', note: '', refusal: null, by: 'staff', byName: 'Anna Botha', createdAt: '2026-11-20T08:00:00Z',
  label: { size: '240 kB', createdAt: '20 Nov 2026' }, ...change,
});

export const sampleWhole = (summary: DocumentSummary): Document => ({
  ...summary,
  versions: summary.version === 2 ? [sampleVersion(2, { note: 'New exercises for weeks three and four' }), sampleVersion(1, { label: { size: '210 kB', createdAt: '6 Nov 2026' } })] : [sampleVersion(1, { name: summary.name, state: summary.state })],
});

export const sampleFiled = (change: Partial<FiledDocument> = {}): FiledDocument => ({ ...sampleWhole(sampleDocument(20, { name: 'letter.pdf', by: 'client', category: 'correspondence' })), renamedFrom: null, ...change });

export const sampleFound = (): FoundDocument[] => [
  { document: fresh, nameMarks: [{ start: 0, end: 4 }], passage: { text: '… the left knee bends to 120° without pain; stairs are easier …', marks: [{ start: 11, end: 15 }] }, isSearchable: true, whyNot: '' },
  { document: contract, nameMarks: [], passage: { text: '… treatment of the knee and what belongs to it …', marks: [{ start: 19, end: 23 }] }, isSearchable: true, whyNot: '' },
];
