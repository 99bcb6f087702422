import type { SignUpInput } from '@portico/contract/business.ts';
import { assertConsolePage, assertGoodPassword, createStaff, startConsoleSession } from '../auth/public.ts';
import { addProvider, addService } from '../bookings/public.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import type { RequestFacts } from '../http/route.ts';
import { addBusiness } from './add-business.ts';
import { hostedUrl } from './public.ts';

/** Everything a new business needs to take its first booking, made at once or not at all. */
export async function signUp(deps: Deps, input: SignUpInput, request: RequestFacts) {
  if (!deps.config.signUpOpen) throw new DomainError('forbidden', 'Sign-up is closed on this server. Ask whoever runs it for an account.');
  assertConsolePage(deps, request);
  assertGoodPassword(input.password, { email: input.email, businessName: input.businessName });
  const passwordHash = await deps.hasher.hash(input.password);
  return deps.store.write(async (tx) => {
    const business = await addBusiness(deps, tx, {
      name: input.businessName, email: input.email, timeZone: input.timeZone, currency: input.currency, lang: input.lang,
      ...(input.website && { origins: [input.website] }),
    });
    const owner = await createStaff(deps, tx, business.id, { name: input.ownerName, email: input.email, role: 'owner', passwordHash });
    const scope: Scope = Object.freeze({ businessId: business.id, role: 'owner', actor: `staff:${owner.id}`, staffId: owner.id });
    const provider = await addProvider(deps, tx, scope, { name: input.ownerName, staffId: owner.id, weeklyHours: input.weeklyHours });
    const service = await addService(deps, tx, scope, { ...serviceDefaults, ...input.service, providerIds: [provider.id] });
    const cookies = await startConsoleSession(deps, tx, { businessId: business.id, identityId: owner.id, request });
    return { business, service, cookies, hostedUrl: hostedUrl(deps, business) };
  });
}

const serviceDefaults = {
  description: '', placeKind: 'in_person' as const, place: '', bufferBeforeMinutes: 0, bufferAfterMinutes: 0, intervalMinutes: 30,
  minNoticeMinutes: 120, maxDaysAhead: 60, maxPerDay: null, cancelCutoffMinutes: 1440, reminderMinutes: [1440, 60],
};
