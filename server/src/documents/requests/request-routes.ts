import { AskByChecklistInput, AskedDocuments, AskForDocumentInput, ChangeChecklistInput, ChangeRequestInput, Checklist, Checklists, DocumentRequest, DocumentRequestPage, DocumentRequestQuery, ReturnDocumentInput, SaveChecklistInput } from '@portico/contract/documents/request.ts';
import { Id, Nothing } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../../http/route.ts';
import { askByChecklist, askForDocument, changeRequest, decide } from './ask-for-document.ts';
import { listRequests } from './list-requests.ts';
import { remindNow } from './remind-of-request.ts';
import { addChecklist, changeChecklist, listChecklists } from './save-checklist.ts';

const ById = z.strictObject({ id: Id });
const path = '/v1/console/document-requests';
const lists = '/v1/console/checklists';

export function requestRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path, access: 'member', summary: 'What clients are asked for, newest first', query: DocumentRequestQuery, output: DocumentRequestPage }, ({ scope, query }) => listRequests(deps, scope, query)),
    writeRoute({ method: 'post', path, access: 'member', summary: 'Ask clients for a document', body: AskForDocumentInput, output: AskedDocuments, status: 201, idempotent: true }, ({ scope, body }, tx) => askForDocument(deps, tx, scope, body)),
    writeRoute({ method: 'patch', path: `${path}/{id}`, access: 'member', summary: 'Change what is asked for', params: ById, body: ChangeRequestInput, output: DocumentRequest }, ({ scope, params, body }, tx) => changeRequest(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: `${path}/{id}/remind`, access: 'member', summary: 'Remind the client now', params: ById, body: Nothing, output: DocumentRequest }, ({ scope, params }, tx) => remindNow(deps, tx, scope, params.id)),
    writeRoute({ method: 'post', path: `${path}/{id}/accept`, access: 'member', summary: 'What came is what was asked for', params: ById, body: Nothing, output: DocumentRequest }, ({ scope, params }, tx) => decide(deps, tx, scope, params.id, 'accepted')),
    writeRoute({ method: 'post', path: `${path}/{id}/return`, access: 'member', summary: 'Ask again, and say why', params: ById, body: ReturnDocumentInput, output: DocumentRequest }, ({ scope, params, body }, tx) => decide(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: `${path}/{id}/cancel`, access: 'member', summary: 'It is not needed any more', params: ById, body: Nothing, output: DocumentRequest }, ({ scope, params }, tx) => decide(deps, tx, scope, params.id, 'cancelled')),
    route({ method: 'get', path: lists, access: 'member', summary: 'Checklists of what is asked for again and again', output: Checklists }, ({ scope }) => deps.store.read((db) => listChecklists(db, scope))),
    writeRoute({ method: 'post', path: lists, access: 'member', summary: 'Add a checklist', body: SaveChecklistInput, output: Checklist, status: 201, idempotent: true }, ({ scope, body }, tx) => addChecklist(deps, tx, scope, body)),
    writeRoute({ method: 'patch', path: `${lists}/{id}`, access: 'member', summary: 'Change or archive a checklist', params: ById, body: ChangeChecklistInput, output: Checklist }, ({ scope, params, body }, tx) => changeChecklist(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: `${lists}/{id}/ask`, access: 'member', summary: 'Ask clients for everything on a checklist', params: ById, body: AskByChecklistInput, output: AskedDocuments, status: 201, idempotent: true }, ({ scope, params, body }, tx) => askByChecklist(deps, tx, scope, params.id, body)),
  ];
}
