import type { StaffMember } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../domain/errors.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { endEverything } from './contact-identity.ts';
import { updateIdentity } from './identity-store.ts';
import { findStaff, staffOf, updateStaff } from './staff-store.ts';
import { assertOwnerRemains } from './staff-rules.ts';
import { readStaff } from './staff-view.ts';

/** Out at once, and nothing that was known still opens; the name stays in the history. */
export async function removeStaff(deps: Deps, tx: WriteDb, scope: Scope, id: string): Promise<StaffMember> {
  requireStaff(scope, 'owner');
  const found = await findStaff(tx, scope, id);
  if (!found) throw notFound();
  if (found.staff.status === 'removed') return readStaff(tx, scope, id);
  if (found.staff.role === 'owner') assertOwnerRemains((await staffOf(tx, scope)).map((one) => one.staff), id);
  await endEverything(deps, tx, found.identity);
  await updateIdentity(tx, scope, id, { disabled: true, passwordHash: null, totpSecret: null, totpPending: null, recoveryCodes: [], emailProven: false });
  await updateStaff(tx, scope, id, { status: 'removed' });
  await record(deps, tx, scope, { type: 'staff.changed', subjectId: id, payload: { staffId: id, what: 'removed' } });
  return readStaff(tx, scope, id);
}
