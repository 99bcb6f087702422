import type { Deps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import { record } from '../events/event-log.ts';
import { hourlyBound } from '../events/hourly-bound.ts';
import type { Asked } from './env.ts';

const mostOfPerson = 10;
const mostOfBusiness = 100;

/**
 * Writes down when somebody who is signed in asks for what is not theirs. "Not yours" and "not there" are written
 * alike: writing only one of them would take longer, and tell which it was.
 */
export function denials(deps: Deps): (asked: Asked | undefined, error: unknown) => Promise<void> {
  const [ofPerson, ofBusiness] = [hourlyBound(mostOfPerson), hourlyBound(mostOfBusiness)];
  return async (asked, error) => {
    if (!asked?.scope.sessionId || !(error instanceof DomainError) || (error.code !== 'not_found' && error.code !== 'forbidden')) return;
    const { scope, route } = asked;
    const left = ofPerson.take(`${scope.businessId}:${scope.actor}`, deps.now());
    const leftOfAll = left === undefined ? undefined : ofBusiness.take(scope.businessId, deps.now());
    if (left === undefined || leftOfAll === undefined) return;
    const payload = { route, why: error.code, isLast: left === 0 || leftOfAll === 0 };
    await deps.store.write((tx) => record(deps, tx, scope, { type: 'access.denied', subjectId: scope.businessId, payload }))
      .catch((failure: unknown) => deps.log.error({ err: failure, route }, 'a refused access could not be written down'));
  };
}
