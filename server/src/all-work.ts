import { bookingNotices, bookingJobs } from './bookings/public.ts';
import { authJobs } from './auth/auth-jobs.ts';
import { authNotices } from './auth/auth-notices.ts';
import type { Deps } from './deps.ts';
import { commentJobs, commentNotices, documentJobs, documentLetterJobs, documentNotices, requestJobs, requestNotices, reviewJobs, reviewNotices } from './documents/public.ts';
import { logReader, type HandleEvent, type LogReader } from './events/log-reader.ts';
import { worker, workers, type RunJob, type Worker } from './jobs/worker.ts';
import { invoiceJobs, invoiceNotices } from './invoices/public.ts';
import { mailJobs } from './notifications/public.ts';

/** Who tells people about which event. */
const notices: readonly Readonly<Record<string, HandleEvent>>[] = [bookingNotices, authNotices, invoiceNotices, documentNotices, requestNotices, reviewNotices, commentNotices];

/** Who does which kind of job. */
const kinds: Readonly<Record<string, RunJob>> = { ...mailJobs, ...bookingJobs, ...authJobs, ...invoiceJobs, ...documentJobs, ...documentLetterJobs, ...requestJobs, ...reviewJobs, ...commentJobs };

export const notifyReader = (deps: Deps): LogReader => logReader(deps, 'notify', async (given, tx, event) => {
  for (const told of notices) await told[event.type]?.(given, tx, event);
});

export const jobWorker = (deps: Deps): Worker => workers((['usual', 'slow', 'idle'] as const).map((lane) => worker(deps, kinds, lane)));
