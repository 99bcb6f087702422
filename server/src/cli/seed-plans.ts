import type { BusinessRow } from '../business/public.ts';
import type { Deps } from '../deps.ts';
import { todayIn } from '../domain/civil-dates.ts';
import { DAY } from '../domain/civil-time.ts';
import type { Scope } from '../domain/scope.ts';
import { openInvoices } from '../invoices/invoice-store.ts';
import { issueNext } from '../invoices/plans/issue-period.ts';
import { addPlan } from '../invoices/plans/plans.ts';
import { startSubscription } from '../invoices/plans/subscriptions.ts';
import { recordPayment } from '../invoices/record-payment.ts';
import { taxesOf } from '../invoices/settings-store.ts';
import type { WriteDb } from '../storage/store.ts';
import type { DemoBusiness } from './demo-businesses.ts';

/** What is offered again and again, and a first client who has it: paid once, and to be paid now. */
export async function seedPlans(deps: Deps, tx: WriteDb, scope: Scope, business: BusinessRow, { demo, clientId }: { readonly demo: DemoBusiness; readonly clientId: string }): Promise<void> {
  const taxIds = (await taxesOf(tx, scope.businessId)).filter(({ isDefault }) => isDefault).map(({ id }) => id);
  for (const { since, ...offer } of demo.plans) {
    const plan = await addPlan(deps, tx, scope, { ...offer, taxIncluded: true, taxIds, packageId: null });
    if (since === undefined) continue;
    const begun = backThen(deps, since);
    const { id } = await startSubscription(begun, tx, scope, clientId, { planId: plan.id });
    await issueNext(begun, tx, scope.businessId, id);
    const first = (await openInvoices(tx, scope, clientId)).find(({ invoice }) => invoice.sourceKind === 'plan');
    const paid = backThen(deps, since - 2);
    if (first) await recordPayment(paid, tx, scope, { clientId, amountMinor: first.dueMinor, method: 'card_terminal', receivedOn: todayIn(business.timeZone, paid.now()), reference: '', allocations: [{ invoiceId: first.invoice.id, amountMinor: first.dueMinor }] });
    await issueNext(deps, tx, scope.businessId, id);
  }
}

const backThen = (deps: Deps, daysAgo: number): Deps => ({ ...deps, now: () => deps.now() - daysAgo * DAY });
