import type { ConsoleDocument, DocumentSummary } from '@portico/contract/documents/document.ts';
import type { Checklist, DocumentRequest } from '@portico/contract/documents/request.ts';
import type { FoundDocument } from '@portico/contract/documents/search.ts';
import { fakeId, fakeNow } from './fake-business.ts';
import { projectRoutes } from './fake-project-routes.ts';
import { reviewRoutes } from './fake-review-routes.ts';
import { FakeRefusal, type FakeRoutes, type FakeState } from './fake-routes.ts';

function documentOf(number: number, client: { readonly id: string; readonly name: string }, change: Partial<ConsoleDocument> = {}): ConsoleDocument {
  const name = change.name ?? 'Home programme.pdf';
  return {
    id: fakeId('document', number), source: 'file', clientId: client.id, clientName: client.name, name, category: 'reports', projectId: null, projectName: null, version: 1, state: 'available', mediaType: 'application/pdf', size: 245_760,
    by: 'staff', archived: false, changedAt: fakeNow, right: { level: 'view', download: true }, isNew: false, review: null, comments: 0, label: { size: '240 kB', changedAt: '24 Nov 2026' },
    versions: [{ number: 1, name, mediaType: 'application/pdf', size: 245_760, sha256: 'a'.repeat(64), state: change.state ?? 'available', note: 'First findings', refusal: null, by: 'staff', byName: 'Anna Botha', createdAt: fakeNow, label: { size: '240 kB', createdAt: '24 Nov 2026' } }],
    people: [{ contactId: 'contact1', name: client.name, right: { level: 'view', download: true }, isOwn: false }, { contactId: 'contact2', name: 'Their bookkeeper', right: { level: 'none', download: false }, isOwn: true }],
    reads: [{ contactId: 'contact1', name: client.name, version: 1, firstReadAt: fakeNow, lastReadAt: fakeNow, count: 2 }], ...change,
  };
}

/** Documents as the server keeps them; a file is taken in one piece. */
export function documentRoutes({ data: { clients }, tell }: FakeState): FakeRoutes {
  const at = (index: number): { id: string; name: string } => clients[index] ?? { id: 'nobody', name: 'Nobody' };
  let all = [
    documentOf(1, at(0), { name: 'Knee, findings and plan.pdf', projectId: fakeId('project', 1), projectName: 'Back to running' }), documentOf(2, at(0), { name: 'Treatment agreement.docx', category: 'contracts', reads: [] }),
    documentOf(3, at(2), { name: 'Standing, left.jpg', category: 'correspondence', by: 'client', state: 'quarantined', version: null }), documentOf(4, at(3), { name: 'Old report.pdf', archived: true }),
  ];
  const ask = (number: number, client: { readonly id: string; readonly name: string }, change: Partial<DocumentRequest> = {}): DocumentRequest => ({
    id: fakeId('request', number), clientId: client.id, clientName: client.name, title: 'A copy of your passport', why: '', dueOn: '2026-11-27', category: 'correspondence', state: 'open', reason: null, documents: [], isOverdue: false,
    askedAt: fakeNow, submittedAt: null, remindedAt: null, batchId: null, label: { dueOn: 'Friday' }, ...change,
  });
  const requests = [ask(1, at(0), { state: 'submitted', submittedAt: fakeNow, documents: [{ id: fakeId('document', 2), name: 'passport.pdf' }] }), ask(2, at(1), { dueOn: '2026-11-20', isOverdue: true, label: { dueOn: '20 November' } }), ask(3, at(2), { title: 'The referral letter' })];
  const requestById = (id: string | undefined): DocumentRequest => requests.find((one) => one.id === id)!;
  const isWaiting = ({ state: one }: DocumentRequest): boolean => one === 'open' || one === 'returned';
  let lists: readonly Checklist[] = [];
  const uploads = new Map<string, Readonly<Record<string, unknown>>>();
  const byId = (id: string | undefined): ConsoleDocument => {
    const found = all.find((one) => one.id === id);
    if (!found) throw new FakeRefusal(404, 'not_found', 'This document does not exist.');
    return found;
  };
  const upload = (id: string | undefined): Readonly<Record<string, unknown>> => uploads.get(id ?? '') ?? {};
  const stateOf = (id: string | undefined, offset: number) => ({ id, name: upload(id)['name'], size: upload(id)['size'], offset, documentId: null, expiresAt: fakeNow });
  return {
    ...reviewRoutes(byId),
    'GET documents': ({ query }) => ({
      items: all.filter((one) => String(one.archived) === (query.get('archived') ?? 'false') && (!query.get('client') || one.clientId === query.get('client')) && (!query.get('project') || one.projectId === query.get('project')) && (!query.get('category') || one.category === query.get('category'))), nextCursor: null,
    }),
    ...projectRoutes(at(0).id, (id, name) => { all = all.map((one) => (one.projectId === id ? { ...one, projectName: name } : one)); }),
    'GET document-search': ({ query }): { items: FoundDocument[] } => ({
      items: (query.get('q') ?? '').startsWith('kn') ? [{ document: byId(fakeId('document', 1)) as DocumentSummary, nameMarks: [{ start: 0, end: 4 }], passage: { text: '… the left knee bends without pain …', marks: [{ start: 11, end: 15 }] }, isSearchable: true, whyNot: '' }] : [],
    }),
    'GET document-keeping': () => ({ store: 'disk', scanner: 'none', scannerNote: '', maxFileBytes: 1024 ** 3, usedBytes: 1_000_000, quotaBytes: 5 * 1024 ** 3, waiting: 1 }),
    'GET document-requests': ({ query }) => {
      const wanted = query.get('state') ?? 'all';
      const counted = requests.filter(({ state: one }) => one !== 'cancelled');
      return {
        items: requests.filter((one) => wanted === 'all' || (wanted === 'waiting' ? isWaiting(one) : wanted === 'submitted' ? one.state === 'submitted' : one.state === 'accepted' || one.state === 'cancelled')), nextCursor: null,
        counts: { waiting: requests.filter(isWaiting).length, overdue: requests.filter(({ isOverdue }) => isOverdue).length, submitted: requests.filter(({ state: one }) => one === 'submitted').length, asked: counted.length, arrived: counted.filter(({ submittedAt }) => submittedAt !== null).length },
      };
    },
    'POST document-requests': ({ body }) => {
      const made = (body['clientIds'] as string[]).map((id, index) => ask(requests.length + index + 1, clients.find((one) => one.id === id) ?? at(0), { title: String(body['title']) }));
      requests.unshift(...made);
      return { items: made };
    },
    'GET checklists': () => ({ items: lists }),
    'POST checklists': ({ body }) => { const made = { id: fakeId('checklist', lists.length + 1), archived: false, ...body } as Checklist; lists = [...lists, made]; return made; },
    'PATCH checklists/*': ({ params: [id], body }) => { lists = lists.map((one) => (one.id === id ? { ...one, ...body } as Checklist : one)); return lists.find((one) => one.id === id); },
    'POST checklists/*/ask': ({ params: [id], body }) => {
      const made = (body['clientIds'] as string[]).flatMap((clientId) => (lists.find((one) => one.id === id)?.items ?? []).map(({ title }, index) => ask(requests.length + index + 1, clients.find((one) => one.id === clientId) ?? at(0), { title })));
      requests.unshift(...made);
      return { items: made };
    },
    'PATCH document-requests/*': ({ params: [id], body }) => Object.assign(requestById(id), body),
    'POST document-requests/*/remind': ({ params: [id] }) => Object.assign(requestById(id), { remindedAt: fakeNow }),
    'POST document-requests/*/accept': ({ params: [id] }) => Object.assign(requestById(id), { state: 'accepted' }),
    'POST document-requests/*/return': ({ params: [id], body }) => Object.assign(requestById(id), { state: 'returned', reason: body['reason'] }),
    'POST document-requests/*/cancel': ({ params: [id] }) => Object.assign(requestById(id), { state: 'cancelled', isOverdue: false }),
    'GET documents/*': ({ params: [id] }) => byId(id),
    'PATCH documents/*': ({ params: [id], body: { level, download, ...change } }) => Object.assign(byId(id), change, { right: { level: level ?? byId(id).right.level, download: download ?? byId(id).right.download } }),
    'PATCH documents/*/rights': ({ params: [id], body }) => {
      const document = byId(id);
      const [{ contactId, right }] = body['contacts'] as [{ contactId: string; right: ConsoleDocument['right'] | null }];
      return Object.assign(document, { people: document.people.map((one) => (one.contactId === contactId ? { ...one, right: right ?? document.right, isOwn: right !== null } : one)) });
    },
    'DELETE documents/*': ({ params: [id] }) => { all = all.filter((one) => one !== byId(id)); return {}; },
    'POST documents/*/link': () => ({ url: 'data:text/plain,here', name: 'file.pdf', expiresAt: fakeNow }),
    'POST uploads': ({ body }) => { const id = fakeId('upload', uploads.size + 1); uploads.set(id, body); return stateOf(id, 0); },
    'GET uploads/*': ({ params: [id] }) => stateOf(id, 0),
    'PATCH uploads/*': ({ params: [id] }) => stateOf(id, Number(upload(id)['size'])),
    'POST uploads/*/complete': ({ params: [id] }) => {
      const { name, clientId, category, documentId } = upload(id) as { name: string; clientId: string; category: ConsoleDocument['category']; documentId?: string };
      const known = documentId ? byId(documentId) : undefined;
      const filed = known ? Object.assign(known, { version: 2, versions: [{ ...known.versions[0]!, number: 2, note: '' }, ...known.versions] }) : documentOf(all.length + 10, clients.find((one) => one.id === clientId) ?? at(0), { name, category });
      if (!known) all = [filed, ...all];
      tell({ type: 'documents.changed', event: 'document.filed', subjectId: filed.id, clientId });
      return { ...filed, renamedFrom: null };
    },
  };
}
