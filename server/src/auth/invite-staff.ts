import type { InviteStaffInput, StaffMember } from '@portico/contract/auth.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { requireStaff, type Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { createStaff } from './create-staff.ts';
import { findIdentityByEmail, updateIdentity } from './identity-store.ts';
import { findStaff, updateStaff, type StaffRow } from './staff-store.ts';
import { readStaff } from './staff-view.ts';

/** Asks somebody to work here. Asking again, or asking back who has left, mails a new invitation. */
export async function inviteStaff(deps: Deps, tx: WriteDb, scope: Scope, input: z.infer<typeof InviteStaffInput>): Promise<StaffMember> {
  requireStaff(scope, 'owner');
  const invited = (await askAgain(tx, scope, input)) ?? (await createStaff(deps, tx, scope.businessId, input));
  await record(deps, tx, scope, { type: 'staff.invited', subjectId: invited.id, payload: { staffId: invited.id, invitationId: invited.id, name: input.name } });
  return readStaff(tx, scope, invited.id);
}

async function askAgain(tx: WriteDb, scope: Scope, { email, name, role }: z.infer<typeof InviteStaffInput>): Promise<StaffRow | undefined> {
  const identity = await findIdentityByEmail(tx, scope, 'staff', emailForm(email));
  const known = identity && await findStaff(tx, scope, identity.id);
  if (!known || known.staff.status === 'active') return undefined;
  await updateIdentity(tx, scope, known.staff.id, { disabled: false });
  await updateStaff(tx, scope, known.staff.id, { name, role, status: 'invited' });
  return known.staff;
}
