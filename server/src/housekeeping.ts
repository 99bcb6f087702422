import { forgetChallenges } from './auth/challenge-store.ts';
import { forgetOldDevices } from './auth/identity-store.ts';
import { forgetMailedTokens } from './auth/mailed-token-store.ts';
import { forgetSessions } from './auth/session-store.ts';
import type { Deps } from './deps.ts';
import { forgetUploads } from './documents/upload-store.ts';
import { uploadLife } from './documents/upload-rules.ts';
import { sweepIncoming } from './documents/public.ts';
import { DAY } from './domain/civil-time.ts';
import { forgetAnswers } from './http/idempotency-store.ts';
import { planOverlooked } from './invoices/public.ts';
import { forgetJobs } from './jobs/job-store.ts';
import { forgetMails } from './notifications/mail-store.ts';
import type { WriteDb } from './storage/store.ts';

interface Chore {
  /** Forgets at most `limit` rows that are older than `before`; answers how many went. */
  forget(tx: WriteDb, before: number, limit: number): Promise<number>;
  readonly keepFor: number;
}

/** What nobody will ask for again, and how long it is kept all the same. */
const chores: readonly Chore[] = [
  { forget: forgetAnswers, keepFor: 2 * DAY },
  { forget: forgetJobs, keepFor: 30 * DAY },
  { forget: forgetSessions, keepFor: 30 * DAY },
  { forget: forgetChallenges, keepFor: DAY },
  // An invitation that ran out still says, for a while, that there was one.
  { forget: forgetMailedTokens, keepFor: 30 * DAY },
  // Twice as long as a page stays signed in at most: forgetting a device costs its person a mailed code.
  { forget: forgetOldDevices, keepFor: 180 * DAY },
  { forget: forgetMails, keepFor: 365 * DAY },
  { forget: forgetUploads, keepFor: uploadLife },
];

const batch = 500;
const mostBatches = 100;

/** Tidies in small transactions, so that whoever books meanwhile waits for one of them and no more. */
export async function keepHouse(deps: Pick<Deps, 'store' | 'now' | 'newId' | 'incoming' | 'files'>): Promise<void> {
  for (const { forget, keepFor } of chores) {
    for (let count = 0; count < mostBatches; count += 1) {
      const gone = await deps.store.write((tx) => forget(tx, deps.now() - keepFor, batch));
      if (gone < batch) break;
    }
  }
  await sweepIncoming(deps);
  await planOverlooked(deps);
  await deps.store.tune();
}
