import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import { emailForm } from '../domain/text.ts';
import { record } from '../events/event-log.ts';
import type { WriteDb } from '../storage/store.ts';
import { freshIdentity } from './contact-identity.ts';
import { findIdentityByEmail, insertIdentity } from './identity-store.ts';
import { actingAs } from './open-session.ts';
import { insertStaff, type StaffRow } from './staff-store.ts';

export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRow['role'];
  /** With one, or with a proven mailbox, they may sign in at once; without either they are invited. */
  readonly passwordHash?: string;
  /** Has the mailbox answered? Until it has, a mailed code takes everything over. */
  readonly proven?: boolean;
}

export async function createStaff(deps: Deps, tx: WriteDb, businessId: string, { name, email, role, passwordHash, proven }: NewStaff): Promise<StaffRow> {
  if (await findIdentityByEmail(tx, { businessId }, 'staff', emailForm(email))) {
    throw new DomainError('conflict', 'Somebody with this address already works here.', { fields: [{ field: 'email', message: 'Somebody with this address already works here.' }] });
  }
  const now = deps.now();
  const row: StaffRow = { businessId, id: deps.newId(), name, role, status: passwordHash !== undefined || proven ? 'active' : 'invited', createdAt: now };
  const identity = { ...freshIdentity(businessId, row.id, 'staff', email, now), emailProven: proven ?? false, passwordHash: passwordHash ?? null };
  await insertIdentity(tx, identity);
  await insertStaff(tx, row);
  if (passwordHash !== undefined) await record(deps, tx, actingAs(identity), { type: 'identity.password_set', subjectId: row.id, payload: { how: 'signed_up' } });
  return row;
}
