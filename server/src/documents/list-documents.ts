import type { ConsoleDocumentQuery, DocumentPage, DocumentQuery, DocumentStart, DocumentSummary } from '@portico/contract/documents/document.ts';
import { documentCategories } from '@portico/contract/documents/kinds.ts';
import { findBusiness, toBusinessPage } from '../business/public.ts';
import { clientNames } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { pageBy } from '../domain/page.ts';
import { ownRequests } from './requests/list-requests.ts';
import { requireClient, requireStaff, type Scope } from '../domain/scope.ts';
import { countPapers, issuedPapers } from '../invoices/public.ts';
import { projectsPage } from '../projects/public.ts';
import type { ReadDb } from '../storage/store.ts';
import { countByCategory, documentsOfContact, documentsPage, type DocumentFilter, type DocumentRow } from './document-store.ts';
import { paperSummary, readerFor, toSummaries } from './document-view.ts';
import { searchWords } from './name-rules.ts';
import { countUploadsOf } from './upload-store.ts';
import { documentsToReview } from './review/review-store.ts';

/** What a contact may see, latest change first. */
export function listOwnDocuments(deps: Deps, scope: Scope, query: DocumentQuery): Promise<DocumentPage> {
  return deps.store.read((db) => ownPage(deps, db, scope, query));
}

function ownPage(deps: Pick<Deps, 'now'>, db: ReadDb, scope: Scope, query: DocumentQuery): Promise<DocumentPage> {
  const { clientId, contactId } = requireClient(scope);
  return page(deps, db, scope, query, clientId, (filter) => documentsOfContact(db, scope, contactId, { ...filter, clientId }));
}

/** All of the business, for staff. */
export function listDocuments(deps: Deps, scope: Scope, query: ConsoleDocumentQuery): Promise<DocumentPage> {
  requireStaff(scope);
  const archived = query.archived === 'true';
  return deps.store.read((db) => page(deps, db, scope, query, query.client, (filter) => documentsPage(db, scope, { ...filter, archived }), !archived));
}

/** What was filed and what files itself, in one order. */
async function page(deps: Pick<Deps, 'now'>, db: ReadDb, scope: Scope, query: DocumentQuery, clientId: string | undefined, find: (filter: DocumentFilter) => Promise<DocumentRow[]>, withPapers = true): Promise<DocumentPage> {
  const reader = await readerFor(db, scope, deps.now(), query.lang);
  const after = readCursor(query.cursor);
  const limit = query.limit + 1;
  const rows = await find({ clientId, category: query.category, projectId: query.project, search: searchWords(query.search ?? ''), after, limit });
  const showsPapers = withPapers && query.project === undefined && (query.category === undefined || query.category === 'invoices');
  const papers = showsPapers ? await issuedPapers(db, scope, { clientId, search: query.search ?? '', after, limit }) : [];
  const names = await clientNames(db, scope, papers.map((paper) => paper.clientId));
  const all = [...await toSummaries(db, scope, rows, reader), ...papers.map((paper) => paperSummary(paper, names.get(paper.clientId) ?? '', reader))].sort(latestFirst).slice(0, limit);
  return pageBy(all, query.limit, ({ changedAt, id }) => `${Date.parse(changedAt)}.${id}`, (item) => item);
}

const latestFirst = (a: DocumentSummary, b: DocumentSummary): number => {
  if (a.changedAt !== b.changedAt) return a.changedAt < b.changedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
};

function readCursor(cursor: string | undefined): DocumentFilter['after'] {
  if (cursor === undefined) return undefined;
  const [at, id, more] = cursor.split('.');
  if (!at || !id || more !== undefined || !/^\d{1,15}$/.test(at)) throw new DomainError('malformed_request', 'Use the cursor as the last page gave it.');
  return { at: Number(at), id };
}

const firstPage = 10;

/** What a client's first look needs, in one answer. */
export function readDocumentStart(deps: Deps, scope: Scope, lang?: string): Promise<DocumentStart> {
  const { clientId, contactId } = requireClient(scope);
  return deps.store.read(async (db) => {
    const business = await findBusiness(db, scope.businessId);
    if (!business) throw notFound();
    const counts = new Map((await countByCategory(db, scope, clientId, contactId)).map(({ category, found }) => [category, found]));
    const papers = await countPapers(db, scope, clientId);
    const projects = await projectsPage(db, scope, { clientId, archived: false, after: undefined, limit: 50 });
    return {
      business: toBusinessPage(deps.config, business), maxFileBytes: deps.config.files.maxBytes, projects: projects.map(({ id, name }) => ({ id, name })),
      categories: documentCategories.map((category) => ({ category, count: (counts.get(category) ?? 0) + (category === 'invoices' ? papers : 0) })),
      requests: await ownRequests(db, scope, deps.now(), lang),
      toReview: await toSummaries(db, scope, await documentsToReview(db, scope, clientId, contactId), await readerFor(db, scope, deps.now(), lang)),
      unfinished: await countUploadsOf(db, scope),
      recent: await ownPage(deps, db, scope, { limit: firstPage, lang }),
    };
  });
}
