import type { Challenge, MailCodeInput } from '@portico/contract/auth.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import { memoryOf } from './auth-memory.ts';
import { mostBusinesses } from './console-sign-in.ts';
import type { ConsoleVisit } from './console-visit.ts';
import { backTo } from './page-door.ts';
import { findIdentityByEmail, isKnownDevice } from './identity-store.ts';
import { staffByEmailAnywhere } from './staff-store.ts';
import { startChallenge } from './start-challenge.ts';
import { accountOf, takeMail, type Visit } from './visit.ts';

/** Mails six digits and a link, on a page. The answer is the same for every address. */
export async function mailCodeToContact(deps: Deps, scope: Scope, visit: Visit, { email, lang, returnTo }: MailCodeInput): Promise<Challenge> {
  const emailNorm = emailForm(email);
  const { identityId, isKnown, back } = await deps.store.read(async (db) => {
    const found = await findIdentityByEmail(db, scope, 'contact', emailNorm);
    return { identityId: found && !found.disabled ? found.id : null, isKnown: await isKnownDevice(db, scope, found?.id ?? '', visit.deviceHash), back: await backTo(db, scope, visit, returnTo) };
  });
  takeMail(memoryOf(deps).throttle, visit, accountOf('contact', scope.businessId, emailNorm), isKnown, deps.now());
  return deps.store.write((tx) => startChallenge(deps, tx, visit, { businessId: scope.businessId, identityId, next: 'code', method: 'mail', lang, back }));
}

/**
 * The same at the console. The digits are for the business where this person was last; every other one mails a link
 * of its own, for the same browser.
 */
export async function mailCodeToStaff(deps: Deps, visit: ConsoleVisit, { email, lang }: MailCodeInput): Promise<Challenge> {
  const emailNorm = emailForm(email);
  const found = await deps.store.read((db) => staffByEmailAnywhere(db, emailNorm, mostBusinesses));
  takeMail(memoryOf(deps).throttle, visit, accountOf('staff', '', emailNorm), false, deps.now());
  const [first, ...others] = found.map(({ identity }) => ({ businessId: identity.businessId, identityId: identity.id, next: 'code' as const, method: 'mail', lang }));
  return deps.store.write(async (tx) => {
    // An unknown address has no business: its challenge is kept under a made-up one, and can never be finished.
    const challenge = await startChallenge(deps, tx, visit, first ?? { businessId: deps.newId(), identityId: null, next: 'code', method: 'mail', mail: false });
    for (const other of others) await startChallenge(deps, tx, visit, { ...other, linkOnly: true });
    return challenge;
  });
}
