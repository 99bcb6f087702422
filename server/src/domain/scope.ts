import { DomainError } from './errors.ts';

export type Role = 'visitor' | 'link' | 'client' | 'member' | 'admin' | 'owner' | 'system';

/** Who asks, at which business. Made from the credentials and nothing else; frozen; every store takes it. */
export interface Scope {
  readonly businessId: string;
  readonly role: Role;
  /** For the event log: `staff:<id>`, `contact:<id>`, `guest`, `system`. */
  readonly actor: string;
  readonly clientId?: string;
  readonly contactId?: string;
  readonly staffId?: string;
  readonly sessionId?: string;
  /** With a booking link: the only booking it opens. */
  readonly bookingId?: string;
  /** When the person last proved to be there, epoch ms. */
  readonly provenAt?: number;
}

export const freshForMs = 5 * 60_000;

export const systemScope = (businessId: string): Scope => Object.freeze({ businessId, role: 'system', actor: 'system' });
export const visitorScope = (businessId: string): Scope => Object.freeze({ businessId, role: 'visitor', actor: 'guest' });

const rank: Readonly<Record<Role, number>> = { visitor: 0, link: 0, client: 0, member: 1, admin: 2, owner: 3, system: 3 };

/** The first line of a verb that only staff of some rank may call. */
export function requireStaff(scope: Scope, least: 'member' | 'admin' | 'owner' = 'member'): void {
  if (rank[scope.role] < rank[least]) throw new DomainError('forbidden', `Only ${least === 'member' ? 'staff' : least === 'admin' ? 'an admin or the owner' : 'the owner'} can do this.`);
}

/** The first line of a verb that only a signed-in contact may call. */
export function requireClient(scope: Scope): { clientId: string; contactId: string } {
  if (scope.role !== 'client' || !scope.clientId || !scope.contactId) throw new DomainError('forbidden', 'Only a signed-in client can do this.');
  return { clientId: scope.clientId, contactId: scope.contactId };
}

export function requireFresh(scope: Scope, now: number): void {
  if (scope.provenAt === undefined || now - scope.provenAt > freshForMs) {
    throw new DomainError('fresh_proof_required', 'Confirm that it is you first: type your password or a code.');
  }
}
