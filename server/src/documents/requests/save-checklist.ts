import type { ChangeChecklistInput, Checklist, SaveChecklistInput } from '@portico/contract/documents/request.ts';
import type { Deps } from '../../deps.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import type { ReadDb, WriteDb } from '../../storage/store.ts';
import { checklistsOf, countChecklists, findChecklist, insertChecklist, updateChecklist, type ChecklistRow } from './checklist-store.ts';

const most = 50;
const toChecklist = ({ id, name, items, archived }: ChecklistRow): Checklist => ({ id, name, items: [...items], archived });

export async function listChecklists(db: ReadDb, scope: Scope): Promise<{ items: Checklist[] }> {
  requireStaff(scope);
  return { items: (await checklistsOf(db, scope)).map(toChecklist) };
}

export async function addChecklist(deps: Deps, tx: WriteDb, scope: Scope, { name, items }: SaveChecklistInput): Promise<Checklist> {
  requireStaff(scope);
  if (await countChecklists(tx, scope) >= most) throw conflict(`There are ${most} checklists already. Change one of them.`);
  const row: ChecklistRow = { businessId: scope.businessId, id: deps.newId(), name, items, archived: false, createdAt: deps.now() };
  await insertChecklist(tx, row);
  await record(deps, tx, scope, { type: 'checklist.changed', subjectId: row.id, payload: { checklistId: row.id, name, what: 'added' } });
  return toChecklist(row);
}

export async function changeChecklist(deps: Deps, tx: WriteDb, scope: Scope, id: string, change: ChangeChecklistInput): Promise<Checklist> {
  requireStaff(scope);
  const row = await findChecklist(tx, scope, id);
  if (!row) throw notFound();
  const next = { ...row, name: change.name ?? row.name, items: change.items ?? row.items, archived: change.archived ?? row.archived };
  await updateChecklist(tx, scope, id, { name: next.name, items: next.items, archived: next.archived });
  const what = next.archived === row.archived ? 'changed' : next.archived ? 'archived' : 'restored';
  await record(deps, tx, scope, { type: 'checklist.changed', subjectId: id, payload: { checklistId: id, name: next.name, what } });
  return toChecklist(next);
}
