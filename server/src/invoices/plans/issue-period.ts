import { findBusiness, type BusinessRow } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { dateAfter, shortDateLabel, todayIn } from '../../domain/civil-dates.ts';
import { systemScope, type Scope } from '../../domain/scope.ts';
import type { RunJob } from '../../jobs/worker.ts';
import type { WriteDb } from '../../storage/store.ts';
import { planCharge } from '../autopay/plan-charge.ts';
import { addDraft, requireDraft } from '../draft-invoice.ts';
import { invoiceOfSource, type InvoiceRow } from '../invoice-store.ts';
import { issue } from '../issue-invoice.ts';
import { payingReader } from '../letters/letter-reader.ts';
import { findProduct, insertPackage } from '../packages/package-store.ts';
import { periodStart, type Schedule } from './plan-rules.ts';
import { lineOf } from './plan-price.ts';
import { findSubscription, updateSubscription, type Subscribed, type SubscriptionRow } from './plan-store.ts';
import { planNext } from './schedule.ts';

/**
 * Makes the invoices whose day has come, one period to a transaction: the invoice, the step to the next period and the
 * job for it are written together or not at all, and the period is the invoice's source, which exists once. After an
 * outage every missed period gets its invoice, since the client had it; only the latest is paid automatically.
 */
export const issuePeriods: RunJob = async (deps, job, { subscriptionId }) => {
  while (await deps.store.write((tx) => issueNext(deps, tx, job.businessId, String(subscriptionId)))) { /* the next one that was missed */ }
};

/** Makes the invoice of the next period, if its day has come. Answers whether another period waits already. */
export async function issueNext(deps: Deps, tx: WriteDb, businessId: string, id: string): Promise<boolean> {
  const scope = systemScope(businessId);
  const found = await findSubscription(tx, scope, id);
  const business = await findBusiness(tx, businessId);
  if (!found || !business || found.row.state !== 'active') return false;
  const today = todayIn(business.timeZone, deps.now());
  const { row } = found;
  // The clock of the business was moved: there is a job for the right morning.
  if (row.nextOn > today) return false;
  const next = stepFrom(found);
  const isLatest = next.nextOn > today;
  if (!(await updateSubscription(tx, row, next))) return false;
  if (!(await invoiceOfSource(tx, scope, 'plan', sourceOf(row)))) await issuePeriod(deps, tx, scope, found, { business, until: dateAfter(next.nextOn, -1), isLatest });
  if (isLatest) await planNext(deps, tx, { ...row, ...next, revision: row.revision + 1 }, business.timeZone);
  return !isLatest;
}

const sourceOf = ({ id, nextOn }: SubscriptionRow): string => `${id}:${nextOn}`;

function stepFrom({ row, plan }: Subscribed): Pick<SubscriptionRow, 'nextPeriod' | 'nextOn'> {
  const schedule: Schedule = { ...plan, ...row };
  return { nextPeriod: row.nextPeriod + 1, nextOn: periodStart(schedule, row.nextPeriod + 1) };
}

interface Period {
  readonly business: BusinessRow;
  /** Its last day. */
  readonly until: string;
  readonly isLatest: boolean;
}

async function issuePeriod(deps: Deps, tx: WriteDb, scope: Scope, { row, plan }: Subscribed, { business, until, isLatest }: Period): Promise<void> {
  const lang = (await payingReader(tx, scope, row.clientId))?.voice.lang ?? business.lang;
  const description = `${plan.name}, ${shortDateLabel(row.nextOn, lang)} – ${shortDateLabel(until, lang)}`;
  const dueOn = dateAfter(todayIn(business.timeZone, deps.now()), plan.dueDays);
  const invoiceId = await addDraft(deps, tx, scope, { clientId: row.clientId, lines: [lineOf(plan, description)], dueOn, lang }, { kind: 'plan', id: sourceOf(row) });
  // Whether and when it is charged is settled before its letter is written, which says so.
  const draft = await requireDraft(tx, scope, invoiceId);
  if (isLatest) await planCharge(deps, tx, scope, row, { invoiceId, totalMinor: draft.totalMinor, dueOn, timeZone: business.timeZone });
  const invoice = await issue(deps, tx, scope, draft);
  if (plan.packageId !== null) await bringSessions(deps, tx, scope, row, plan.packageId, invoice);
}

/** The sessions of the period: usable once its invoice is paid, as with any package. They have no price of their own. */
async function bringSessions(deps: Deps, tx: WriteDb, scope: Scope, row: SubscriptionRow, productId: string, invoice: InvoiceRow): Promise<void> {
  const product = await findProduct(tx, scope, productId);
  if (!product) return;
  await insertPackage(tx, {
    businessId: scope.businessId, clientId: row.clientId, id: deps.newId(), productId, name: product.name, sessions: product.sessions, priceMinor: 0, validDays: product.validDays,
    serviceIds: product.serviceIds, invoiceId: invoice.id, expiresOn: null, activatedAt: null, cancelled: false, endedAt: null, boughtAt: deps.now(),
  });
}
