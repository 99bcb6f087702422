import type { DocumentSummary, DocumentVersion } from '@portico/contract/documents/document.ts';
import { findBusiness } from '../business/public.ts';
import { clientNames } from '../clients/public.ts';
import { shortDateLabel, todayIn } from '../domain/civil-dates.ts';
import { notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { IssuedPaper } from '../invoices/public.ts';
import { projectNames } from '../projects/public.ts';
import type { ReadDb } from '../storage/store.ts';
import { bringerOf } from './bringer.ts';
import { shownVersions, type DocumentRow, type DocumentWithRight, type VersionRow } from './document-store.ts';
import { fileSize } from './file-size.ts';
import { readBy } from './right-store.ts';
import { countComments, latestReviews } from './review/review-store.ts';
import { toBadge } from './review/review-view.ts';
import { rightOf, staffRight } from './right-rules.ts';

export interface DocumentReader {
  readonly lang: string;
  readonly timeZone: string;
  readonly now: number;
}

/** How the people of a business read documents: its calendar, and a language. */
export async function readerFor(db: ReadDb, scope: Scope, now: number, lang?: string): Promise<DocumentReader> {
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  return { lang: lang ?? business.lang, timeZone: business.timeZone, now };
}

const iso = (instant: number): string => new Date(instant).toISOString();
const dayOf = ({ lang, timeZone }: DocumentReader, at: number): string => shortDateLabel(todayIn(timeZone, at), lang);

/** Rows as somebody may see them, with everything a list shows, in as many queries as there are tables. */
export async function toSummaries(db: ReadDb, scope: Scope, rows: readonly (DocumentRow | DocumentWithRight)[], reader: DocumentReader): Promise<DocumentSummary[]> {
  const ids = rows.map(({ id }) => id);
  const shown = new Map((await shownVersions(db, scope, ids)).map((version) => [version.documentId, version]));
  const projects = await projectNames(db, scope, rows.map(({ projectId }) => projectId).filter((id) => id !== null));
  const clients = await clientNames(db, scope, rows.map(({ clientId }) => clientId));
  const read = scope.contactId === undefined ? undefined : await readBy(db, scope, scope.contactId, ids);
  const reviews = await latestReviews(db, scope, ids);
  const comments = await countComments(db, scope, ids);
  return rows.map((row) => {
    const version = shown.get(row.id);
    const review = reviews.get(row.id);
    return {
      id: row.id, source: 'file', clientId: row.clientId, clientName: clients.get(row.clientId) ?? '', name: row.name, category: row.category, projectId: row.projectId, projectName: row.projectId && (projects.get(row.projectId) ?? null),
      version: row.current, state: version?.state ?? 'quarantined', mediaType: version?.mediaType ?? '', size: version?.size ?? null, by: row.by, archived: row.archived, changedAt: iso(row.changedAt),
      right: 'ownLevel' in row && scope.role === 'client' ? rightOf(row) : staffRight,
      isNew: read !== undefined && row.current !== null && version !== undefined && bringerOf(version.actor) !== 'client' && !read.has(`${row.id} ${row.current}`), review: review ? toBadge(review, reader) : null, comments: comments.get(row.id) ?? 0,
      label: { size: version ? fileSize(version.size, reader.lang) : null, changedAt: dayOf(reader, row.changedAt) },
    };
  });
}

/** The paper of an invoice, as if it had been filed by hand. */
export function paperSummary(paper: IssuedPaper, clientName: string, reader: DocumentReader): DocumentSummary {
  return {
    id: paper.id, source: 'invoice', clientId: paper.clientId, clientName, name: `${paper.number}.pdf`, category: 'invoices', projectId: null, projectName: null, version: 1, state: 'available',
    mediaType: 'application/pdf', size: null, by: 'system', archived: false, changedAt: iso(paper.issuedAt), right: { level: 'view', download: true }, isNew: false, review: null, comments: 0, label: { size: null, changedAt: dayOf(reader, paper.issuedAt) },
  };
}

export function toVersion(version: VersionRow, names: ReadonlyMap<string, string>, isStaff: boolean, reader: DocumentReader): DocumentVersion {
  const { number, name, mediaType, size, sha256, note, state, createdAt } = version;
  return {
    number, name, mediaType, size, sha256, note, state, refusal: isStaff ? version.refusal : null, by: bringerOf(version.actor), byName: names.get(version.actor.split(':')[1] ?? '') ?? '', createdAt: iso(createdAt),
    label: { size: fileSize(size, reader.lang), createdAt: dayOf(reader, createdAt) },
  };
}
