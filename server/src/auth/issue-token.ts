import type { Deps } from '../deps.ts';
import { hashOf, tokenFor } from '../domain/tokens.ts';
import type { WriteDb } from '../storage/store.ts';
import { lifetimes } from './credential-rules.ts';
import { findIdentity, type IdentityRow, type Within } from './identity-store.ts';
import { deleteTokensOf, insertMailedToken } from './mailed-token-store.ts';
import type { MailedTokenPurpose } from './tables.ts';

export interface IssuedToken {
  readonly id: string;
  /** Goes into one mail and nowhere else. */
  readonly token: string;
}

interface NewToken {
  readonly identityId: string;
  readonly purpose: MailedTokenPurpose;
  readonly changeId?: string;
  readonly newEmail?: string;
}

const lifetimeOf: Readonly<Record<MailedTokenPurpose, number>> = {
  invitation: lifetimes.invitation, reset: lifetimes.reset, confirm_old_email: lifetimes.emailChange, confirm_new_email: lifetimes.emailChange,
};

/** 256 random bits, stored hashed, for one person and one purpose. Earlier ones for the same end. */
export async function issueToken(deps: Pick<Deps, 'now' | 'newId' | 'randomBytes'>, tx: WriteDb, scope: Within, { identityId, purpose, changeId, newEmail }: NewToken): Promise<IssuedToken> {
  await deleteTokensOf(tx, scope, identityId, [purpose]);
  const id = deps.newId();
  const token = tokenFor(scope.businessId, deps.randomBytes);
  await insertMailedToken(tx, {
    businessId: scope.businessId, id, identityId, purpose, tokenHash: hashOf(token), changeId: changeId ?? null, newEmail: newEmail ?? null,
    expiresAt: deps.now() + lifetimeOf[purpose], usedAt: null,
  });
  return { id, token };
}

/**
 * An invitation counts from the act on, though its mail is written a moment later: until then a token that nobody knows
 * holds its place. Whoever has a password of their own gets none.
 */
export async function holdInvitation(deps: Deps, tx: WriteDb, scope: Within, identityId: string): Promise<void> {
  const identity = await findIdentity(tx, scope, identityId);
  if (identity && needsInvitation(identity)) await issueInvitation(deps, tx, scope.businessId, identityId);
}

export const needsInvitation = ({ passwordHash, emailProven }: IdentityRow): boolean => passwordHash === null || !emailProven;

/** For a week, once, to set a first password. It never replaces one. */
export const issueInvitation = (deps: Deps, tx: WriteDb, businessId: string, identityId: string): Promise<IssuedToken> =>
  issueToken(deps, tx, { businessId }, { identityId, purpose: 'invitation' });
