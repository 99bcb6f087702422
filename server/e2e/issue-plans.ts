import { allBusinesses } from '../src/business/public.ts';
import { addClientWithContact } from '../src/clients/public.ts';
import { machineEnvironment, readConfig } from '../src/config.ts';
import { DAY } from '../src/domain/civil-time.ts';
import { systemScope } from '../src/domain/scope.ts';
import { issuePeriods } from '../src/invoices/plans/issue-period.ts';
import { addPlan } from '../src/invoices/plans/plans.ts';
import { issueJob } from '../src/invoices/plans/schedule.ts';
import { startSubscription } from '../src/invoices/plans/subscriptions.ts';
import { waitingJobs } from '../src/jobs/job-store.ts';
import { worker } from '../src/jobs/worker.ts';
import { openDeps } from '../src/open-deps.ts';

/** A process that makes the invoices of thirty plans and says so after each; made to be killed. With `--start`: starts the plans, 40 days ago. */
const wanted = 30;
const deps = openDeps(readConfig(machineEnvironment()));
const [business] = await deps.store.read(allBusinesses);
if (!business) throw new Error('seed a business first');
const scope = systemScope(business.id);

if (process.argv.includes('--start')) {
  const then = { ...deps, now: () => deps.now() - 40 * DAY };
  await deps.store.write(async (tx) => {
    const plan = await addPlan(then, tx, scope, { name: 'Monthly care', description: '', priceMinor: 4200, taxIncluded: true, taxIds: [], interval: 'month', every: 1, dueDays: 0, packageId: null });
    for (let count = 0; count < wanted; count += 1) {
      const { clientId } = await addClientWithContact(then, tx, scope, { name: `Client ${count}`, email: `client${count}@mail.example` }, 'staff');
      await startSubscription(then, tx, scope, clientId, { planId: plan.id });
    }
  });
} else {
  // Starting frees what another worker holds: the worst that two processes could do to each other.
  const work = worker(deps, {
    [issueJob]: async (...args) => {
      await issuePeriods(...args);
      process.stdout.write('issued\n');
    },
  });
  work.start();
  do await work.runDue(); while ((await deps.store.read((db) => waitingJobs(db, scope, { kinds: [issueJob], until: deps.now(), limit: 1 }))).length > 0);
  await work.stop();
}
await deps.store.close();
