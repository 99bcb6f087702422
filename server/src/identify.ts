import { identifyClient, identifyStaff, newDpopNonce } from './auth/public.ts';
import { identifyLink } from './bookings/public.ts';
import { identifyVisitor, isKnownOrigin } from './business/public.ts';
import type { Deps } from './deps.ts';
import type { Identify } from './http/identify.ts';

/** Where the HTTP layer's questions are answered: each by the slice that owns the credentials. */
export const identifyWith = (deps: Deps): Identify => ({
  visitor: (key, request) => identifyVisitor(deps, key, request),
  client: (request, settingUp) => identifyClient(deps, request, settingUp),
  link: (request) => identifyLink(deps, request),
  staff: (request, settingUp) => identifyStaff(deps, request, settingUp),
  knownOrigin: (origin) => isKnownOrigin(deps, origin),
  dpopNonce: () => newDpopNonce(deps),
});
