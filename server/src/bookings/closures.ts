import type { AddClosureInput, Closure } from '@portico/contract/bookings/hours.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import type { WriteDb } from '../storage/store.ts';
import { tellHoursChanged } from './blocks.ts';
import { closuresBetween, deleteClosure, insertClosure, type ClosureRow } from './hours-store.ts';
import { findProvider } from './service-store.ts';

const view = ({ id, providerId, firstDate, lastDate, reason }: ClosureRow): Closure => ({ id, providerId, firstDate, lastDate, reason });

export async function listClosures(deps: Deps, scope: Scope): Promise<{ items: Closure[] }> {
  const rows = await deps.store.read((db) => closuresBetween(db, scope, '1970-01-01', '2200-12-31'));
  return { items: rows.map(view) };
}

export async function addClosure(deps: Deps, tx: WriteDb, scope: Scope, input: AddClosureInput): Promise<Closure> {
  requireStaff(scope, 'admin');
  if (input.providerId !== null && !(await findProvider(tx, scope, input.providerId))) throw notFound();
  const row: ClosureRow = { businessId: scope.businessId, id: deps.newId(), ...input };
  await insertClosure(tx, row);
  await tellHoursChanged(deps, tx, scope, 'closed period added', input.providerId, input.reason);
  return view(row);
}

export async function removeClosure(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<Record<string, never>> {
  requireStaff(scope, 'admin');
  if (!(await deleteClosure(tx, scope, id))) throw notFound();
  await tellHoursChanged(deps, tx, scope, 'closed period removed', null);
  return {};
}
