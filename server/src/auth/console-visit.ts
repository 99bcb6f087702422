import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import { hashOf } from '../domain/tokens.ts';
import { addressBucket } from '../http/rate-limits.ts';
import type { RequestFacts } from '../http/route.ts';
import { deviceCookie, readCookie } from './console-cookie.ts';
import { deviceName } from './device-rules.ts';
import type { Visit } from './visit.ts';

export interface ConsoleVisit extends Visit {
  readonly kind: 'staff';
  /** To set with the answer: the mark by which this browser is recognised. */
  readonly markCookie: string;
}

/** Only the console itself may act with its cookie: other pages cannot set this header, and browsers say where they stand. */
export function assertConsolePage(deps: Pick<Deps, 'config'>, request: RequestFacts): void {
  const site = request.header('sec-fetch-site');
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  const elsewhere = request.origin !== undefined && request.origin !== deps.config.publicOrigin;
  if (foreign || elsewhere) throw new DomainError('origin_not_allowed', 'The console works only on its own page.');
  if (request.method !== 'GET' && request.header('x-portico-console') !== '1') {
    throw new DomainError('forbidden', 'Send the header X-Portico-Console: 1 with every change.');
  }
}

export function consoleVisit(deps: Deps, request: RequestFacts): ConsoleVisit {
  assertConsolePage(deps, request);
  return markedVisit(deps, request);
}

/** Without the checks, for callers that have made their own: the sign-up. */
export function markedVisit(deps: Deps, request: RequestFacts): ConsoleVisit {
  const known = readCookie(deps, request.header('cookie'), 'device');
  const mark = known !== undefined && /^[A-Za-z0-9_-]{43}$/.test(known) ? known : Buffer.from(deps.randomBytes(32)).toString('base64url');
  const deviceHash = hashOf(`mark:${mark}`);
  return {
    kind: 'staff', jkt: null, holder: deviceHash, deviceHash, origin: null, markCookie: deviceCookie(deps, mark),
    device: deviceName(request.header('user-agent')), address: addressBucket(request.address),
  };
}
