import type { ConsoleSignInInput } from '@portico/contract/auth.ts';
import { findBusiness } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { emailForm } from '../domain/text.ts';
import type { ReadDb } from '../storage/store.ts';
import { memoryOf } from './auth-memory.ts';
import type { ConsoleVisit } from './console-visit.ts';
import type { Outcome } from './finish-sign-in.ts';
import { isKnownDevice } from './identity-store.ts';
import { actingAs } from './open-session.ts';
import { afterPassword, noteFailure, wrongCredentials } from './sign-in.ts';
import { staffByEmailAnywhere, type StaffIdentity } from './staff-store.ts';
import { accountOf, signInBuckets } from './visit.ts';

export interface BusinessChoice {
  readonly status: 'choose_business';
  readonly businesses: { readonly key: string; readonly name: string }[];
}

interface Candidate extends StaffIdentity {
  readonly business: { readonly key: string; readonly name: string };
}

/** Each candidate costs one hash, so only so many are tried. */
export const mostBusinesses = 5;

/** With e-mail and password, at the console. Only businesses whose password was right are ever named. */
export async function consoleSignIn(deps: Deps, visit: ConsoleVisit, input: ConsoleSignInInput): Promise<Outcome | BusinessChoice> {
  const { throttle } = memoryOf(deps);
  const emailNorm = emailForm(input.email);
  const { candidates, isKnown } = await deps.store.read((db) => candidatesFor(db, visit, emailNorm, input.business));
  const buckets = signInBuckets(visit, accountOf('staff', '', emailNorm), isKnown);
  throttle.take(buckets, deps.now());
  const matching = await whosePasswordIs(deps, candidates, input.password);
  const [only, ...more] = matching;
  if (!only) {
    for (const { identity } of candidates) noteFailure(deps, actingAs(identity), identity.id);
    throw wrongCredentials();
  }
  throttle.forgive(buckets);
  if (more.length > 0) return { status: 'choose_business', businesses: matching.map(({ business }) => business) };
  const outcome = await deps.store.write((tx) => afterPassword(deps, tx, visit, only.identity));
  if (!outcome) throw wrongCredentials();
  return outcome;
}

async function candidatesFor(db: ReadDb, visit: ConsoleVisit, emailNorm: string, key: string | undefined): Promise<{ candidates: readonly Candidate[]; isKnown: boolean }> {
  const candidates: Candidate[] = [];
  let isKnown = false;
  for (const found of await staffByEmailAnywhere(db, emailNorm, mostBusinesses)) {
    const business = await findBusiness(db, found.staff.businessId);
    if (!business) continue;
    isKnown ||= await isKnownDevice(db, found.identity, found.identity.id, visit.deviceHash);
    if (key === undefined || business.key === key) candidates.push({ ...found, business: { key: business.key, name: business.name } });
  }
  return { candidates, isKnown };
}

/** With nobody to ask, one hash is made all the same. */
async function whosePasswordIs(deps: Deps, candidates: readonly Candidate[], password: string): Promise<readonly Candidate[]> {
  if (candidates.length === 0) await deps.hasher.verify(null, password);
  const matching: Candidate[] = [];
  for (const candidate of candidates) if (await deps.hasher.verify(candidate.identity.passwordHash, password)) matching.push(candidate);
  return matching;
}
