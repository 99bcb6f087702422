import type { StaffMember } from '@portico/contract/auth.ts';
import { notFound } from '../domain/errors.ts';
import type { ReadDb } from '../storage/store.ts';
import type { Within } from './identity-store.ts';
import { findStaff, staffOf, type StaffIdentity } from './staff-store.ts';

const toMember = ({ staff, identity }: StaffIdentity): StaffMember => ({
  id: staff.id, name: staff.name, email: identity.email, role: staff.role, status: staff.status, hasTotp: identity.totpSecret !== null,
  lastSeenAt: identity.lastSeenAt === null ? null : new Date(identity.lastSeenAt).toISOString(),
});

export async function listStaff(db: ReadDb, scope: Within): Promise<{ items: StaffMember[] }> {
  return { items: (await staffOf(db, scope)).map(toMember) };
}

/** Names for the audit trail; whoever has left keeps theirs. */
export async function staffNames(db: ReadDb, scope: Within): Promise<ReadonlyMap<string, string>> {
  return new Map((await staffOf(db, scope)).map(({ staff }) => [staff.id, staff.name]));
}

export async function readStaff(db: ReadDb, scope: Within, id: string): Promise<StaffMember> {
  const found = await findStaff(db, scope, id);
  if (!found) throw notFound();
  return toMember(found);
}
