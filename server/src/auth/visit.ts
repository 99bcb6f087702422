import type { Deps } from '../deps.ts';
import { hashOf } from '../domain/tokens.ts';
import { addressBucket } from '../http/rate-limits.ts';
import type { RequestFacts } from '../http/route.ts';
import { checkProof } from './check-proof.ts';
import { deviceName } from './device-rules.ts';
import type { IdentityKind } from './tables.ts';
import type { Bucket, Throttle } from './throttle.ts';

/** Where somebody stands who signs in. */
export interface Visit {
  readonly kind: IdentityKind;
  /** The page's key; the console has none. */
  readonly jkt: string | null;
  /** To what a started sign-in is bound: the page's key or the browser's mark. Only there it can be finished. */
  readonly holder: string;
  /** How this device is recognised next time. */
  readonly deviceHash: string;
  readonly origin: string | null;
  readonly device: string;
  readonly address: string;
}

/** A page that has signed its request. */
export async function pageVisit(deps: Deps, request: RequestFacts): Promise<Visit> {
  const jkt = await checkProof(deps, request);
  return {
    kind: 'contact', jkt, holder: jkt, deviceHash: hashOf(`key:${jkt}`), origin: request.origin ?? deps.config.publicOrigin,
    device: deviceName(request.header('user-agent')), address: addressBucket(request.address),
  };
}

/** Whose tries are counted together. The console's door does not know the business yet. */
export const accountOf = (kind: IdentityKind, businessId: string, emailNorm: string): string => `${kind === 'staff' ? 'console' : businessId}:${emailNorm}`;

/** A known device has buckets of its own, so that nobody can make its person wait by guessing elsewhere. */
export function signInBuckets(visit: Visit, account: string, isKnown: boolean): readonly Bucket[] {
  if (isKnown) return [{ kind: 'device', who: `${account}:${visit.deviceHash}` }];
  return [{ kind: 'account', who: account }, { kind: 'address', who: visit.address }];
}

const mailBucket = (visit: Visit, account: string, isKnown: boolean): Bucket => ({ kind: 'mail', who: isKnown ? `${account}:${visit.deviceHash}` : account });

/** Mails to one address get rarer, whoever asks for them and whether or not it is known. */
export const takeMail = (throttle: Throttle, visit: Visit, account: string, isKnown: boolean, now: number): void => throttle.take([mailBucket(visit, account, isKnown)], now);

export const forgiveMail = (throttle: Throttle, visit: Visit, account: string): void => throttle.forgive([mailBucket(visit, account, false), mailBucket(visit, account, true)]);
