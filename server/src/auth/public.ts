import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { DomainError } from '../domain/errors.ts';
import type { HandleEvent } from '../events/log-reader.ts';
import type { RequestFacts } from '../http/route.ts';
import type { ReadDb, WriteDb } from '../storage/store.ts';
// TEMPORARY, overwritten by the auth slice
export async function identifyClient(_deps: Deps, _request: RequestFacts): Promise<Scope> { throw new DomainError('not_signed_in', 'x'); }
export async function identifyStaff(_deps: Deps, _request: RequestFacts): Promise<Scope> { throw new DomainError('not_signed_in', 'x'); }
export const newDpopNonce = (_deps: Deps): string => 'x';
export const authNotices: Readonly<Record<string, HandleEvent>> = {};
export async function ensureContactIdentity(_d: Deps, _tx: WriteDb, _s: Scope, _c: { contactId: string; email: string }): Promise<void> {}
export async function issueInvitation(_d: Deps, _tx: WriteDb, _b: string, _i: string): Promise<{ id: string; token: string }> { return { id: 'x', token: 'x' }; }
export async function createStaff(d: Deps, _tx: WriteDb, _b: string, _s: { name: string; email: string; role: 'owner' | 'admin' | 'member'; passwordHash?: string; proven?: boolean }): Promise<{ id: string }> { return { id: d.newId() }; }
export async function startConsoleSession(_d: Deps, _tx: WriteDb, _s: { businessId: string; identityId: string; request: RequestFacts }): Promise<string[]> { return []; }
export async function endSessionsOfOrigin(_d: Deps, _tx: WriteDb, _b: string, _o: string): Promise<void> {}
export async function accessOfContacts(_db: ReadDb, _s: Scope, _ids: readonly string[]): Promise<Map<string, { access: 'none' | 'invited' | 'active'; lastSeenAt: number | null }>> { return new Map(); }
export async function moveIdentityEmail(_d: Deps, _tx: WriteDb, _s: Scope, _id: string, _email: string | null): Promise<void> {}
export async function staffNames(_db: ReadDb, _s: Scope): Promise<Map<string, string>> { return new Map(); }
export async function isSessionAlive(_d: Deps, _s: Scope): Promise<boolean> { return true; }
