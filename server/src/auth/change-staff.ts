import type { StaffMember, StaffRole } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import { conflict, notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { findStaff, staffOf, updateStaff } from './staff-store.ts';
import { assertOwnerRemains } from './staff-rules.ts';
import { readStaff } from './staff-view.ts';

/** Counts from the person's next request on. */
export async function changeStaff(deps: Deps, tx: WriteDb, scope: Scope, id: string, { role }: { readonly role: StaffRole }): Promise<StaffMember> {
  requireStaff(scope, 'owner');
  const found = await findStaff(tx, scope, id);
  if (!found) throw notFound();
  if (found.staff.status === 'removed') throw conflict('This person no longer works here. Invite them again first.');
  if (found.staff.role === role) return readStaff(tx, scope, id);
  if (found.staff.role === 'owner') assertOwnerRemains((await staffOf(tx, scope)).map((one) => one.staff), id);
  await updateStaff(tx, scope, id, { role });
  await record(deps, tx, scope, { type: 'staff.changed', subjectId: id, payload: { staffId: id, what: `role: ${found.staff.role} to ${role}` } });
  return readStaff(tx, scope, id);
}
