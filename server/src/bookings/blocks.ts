import type { AddBlockInput, Block, MoveBlockInput } from '@portico/contract/bookings/hours.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { blockView } from './block-view.ts';
import { deleteBlock, findBlock, insertBlock, updateBlock, type BlockRow } from './busy-store.ts';
import { findProvider } from './service-store.ts';

/** Keeps time for something else. Bookings that are there already stay; new ones are refused. */
export async function addBlock(deps: Deps, tx: WriteDb, scope: Scope, input: AddBlockInput): Promise<Block> {
  requireStaff(scope);
  if (!(await findProvider(tx, scope, input.providerId))) throw notFound();
  const row: BlockRow = { businessId: scope.businessId, id: deps.newId(), providerId: input.providerId, startsAt: Date.parse(input.startsAt), endsAt: Date.parse(input.endsAt), note: input.note };
  await insertBlock(tx, row);
  await tellHoursChanged(deps, tx, scope, 'block added', row.providerId);
  return blockView(row);
}

export async function moveBlock(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: MoveBlockInput): Promise<Block> {
  requireStaff(scope);
  const block = await findBlock(tx, scope, id);
  if (!block || (input.providerId !== undefined && !(await findProvider(tx, scope, input.providerId)))) throw notFound();
  const change = { providerId: input.providerId ?? block.providerId, startsAt: Date.parse(input.startsAt), endsAt: Date.parse(input.endsAt), note: input.note ?? block.note };
  await updateBlock(tx, scope, id, change);
  await tellHoursChanged(deps, tx, scope, 'block moved', change.providerId);
  return blockView({ ...block, ...change });
}

export async function removeBlock(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<Record<string, never>> {
  requireStaff(scope);
  const block = await findBlock(tx, scope, id);
  if (!block) throw notFound();
  await deleteBlock(tx, scope, id);
  await tellHoursChanged(deps, tx, scope, 'block removed', block.providerId);
  return {};
}

export async function tellHoursChanged(deps: Deps, tx: WriteDb, scope: Scope, what: string, providerId: string | null, name: string | null = null): Promise<void> {
  await record(deps, tx, scope, { type: 'availability.changed', subjectId: scope.businessId, payload: { what, providerId, name } });
}
