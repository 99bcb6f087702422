import type { Deps } from '../deps.ts';
import type { Scope } from '../domain/scope.ts';
import { emailForm } from '../domain/text.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { memoryOf } from './auth-memory.ts';
import { mostBusinesses } from './console-sign-in.ts';
import { findIdentityByEmail } from './identity-store.ts';
import { staffByEmailAnywhere } from './staff-store.ts';
import { accountOf } from './visit.ts';

export interface ResetAsked {
  readonly email: string;
  readonly lang?: string | undefined;
}

export const resetJob = 'auth.mail_reset';

/** A job finds out whether there is anybody to mail; the answer and its time are the same for every address. */
export async function askReset(deps: Deps, scope: Scope, { email, lang }: ResetAsked): Promise<void> {
  const emailNorm = emailForm(email);
  memoryOf(deps).throttle.take([{ kind: 'mail', who: `reset:${accountOf('contact', scope.businessId, emailNorm)}` }], deps.now());
  const identity = await deps.store.read((db) => findIdentityByEmail(db, scope, 'contact', emailNorm));
  await deps.store.write((tx) => enqueue(deps, tx, { businessId: scope.businessId, kind: resetJob, payload: { identityId: identity?.id ?? null, lang: lang ?? null }, maxAttempts: 3 }));
}

/** One mail for each business where this address works. */
export async function askConsoleReset(deps: Deps, { email, lang }: ResetAsked): Promise<void> {
  const emailNorm = emailForm(email);
  memoryOf(deps).throttle.take([{ kind: 'mail', who: `reset:${accountOf('staff', '', emailNorm)}` }], deps.now());
  const found = await deps.store.read((db) => staffByEmailAnywhere(db, emailNorm, mostBusinesses));
  // Behind the answer: an unknown address has no business whose queue could take as long.
  void deps.store.write(async (tx) => {
    for (const { identity } of found) {
      await enqueue(deps, tx, { businessId: identity.businessId, kind: resetJob, payload: { identityId: identity.id, lang: lang ?? null }, maxAttempts: 3 });
    }
  }).catch((error: unknown) => deps.log.error({ err: error }, 'a reset could not be queued'));
}
