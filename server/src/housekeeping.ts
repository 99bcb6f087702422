import type { Deps } from './deps.ts';
import { DAY } from './domain/civil-time.ts';
import { forgetAnswersBefore } from './http/idempotency-store.ts';
import { forgetJobsBefore } from './jobs/job-store.ts';

const keepAnswersFor = 2 * DAY;
const keepJobsFor = 30 * DAY;

/** Removes what nobody will ask for again: answers to repeated requests, and finished work. */
export async function keepHouse(deps: Deps): Promise<void> {
  const now = deps.now();
  await deps.store.write(async (tx) => {
    await forgetAnswersBefore(tx, now - keepAnswersFor);
    await forgetJobsBefore(tx, now - keepJobsFor);
  });
}
