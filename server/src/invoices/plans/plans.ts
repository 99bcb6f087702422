import type { AddPlanInput, ChangePlanInput, Plan } from '@portico/contract/invoices/plans.ts';
import { findBusiness } from '../../business/public.ts';
import type { Deps } from '../../deps.ts';
import { invalidField, notFound } from '../../domain/errors.ts';
import { formatMoney } from '../../domain/money.ts';
import { requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import { refusalOf, type ReadDb, type WriteDb } from '../../storage/store.ts';
import { taxesOf } from '../settings-store.ts';
import { everyInWords } from './interval-words.ts';
import { findPlan, insertPlan, plansOf, updatePlan, type PlanRow, type PlanWithCount } from './plan-store.ts';

export async function listPlans(db: ReadDb, scope: Scope): Promise<{ items: Plan[] }> {
  requireStaff(scope);
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  return { items: (await plansOf(db, scope)).map((found) => toPlan(found, business)) };
}

export async function addPlan(deps: Deps, tx: WriteDb, scope: Scope, input: AddPlanInput): Promise<Plan> {
  requireStaff(scope, 'admin');
  await requireKnownTaxes(tx, scope, input.taxIds);
  const row: PlanRow = { businessId: scope.businessId, id: deps.newId(), ...input, archived: false };
  await withKnownPackage(() => insertPlan(tx, row));
  await record(deps, tx, scope, { type: 'plan.offered', subjectId: row.id, payload: { planId: row.id, name: row.name, what: 'added' } });
  return readPlan(tx, scope, row.id);
}

/** A new price counts from everybody's next invoice: what is issued never changes, and no period is invoiced twice. */
export async function changePlan(deps: Deps, tx: WriteDb, scope: Scope, id: string, input: ChangePlanInput): Promise<Plan> {
  requireStaff(scope, 'admin');
  const before = await findPlan(tx, scope, id);
  if (!before) throw notFound();
  if (input.taxIds) await requireKnownTaxes(tx, scope, input.taxIds);
  await withKnownPackage(() => updatePlan(tx, scope, id, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))));
  const what = input.archived === undefined || input.archived === before.archived ? 'changed' : input.archived ? 'archived' : 'restored';
  await record(deps, tx, scope, { type: 'plan.offered', subjectId: id, payload: { planId: id, name: input.name ?? before.name, what } });
  return readPlan(tx, scope, id);
}

async function readPlan(tx: WriteDb, scope: Scope, id: string): Promise<Plan> {
  const plan = (await listPlans(tx, scope)).items.find((one) => one.id === id);
  if (!plan) throw notFound();
  return plan;
}

function toPlan({ plan: { businessId: _, ...plan }, subscribers }: PlanWithCount, { currency, lang }: { readonly currency: string; readonly lang: string }): Plan {
  // Staff read the console in English.
  return { ...plan, taxIds: [...plan.taxIds], subscribers, label: { price: formatMoney(plan.priceMinor, currency, lang), every: everyInWords(plan, 'en') } };
}

async function requireKnownTaxes(tx: WriteDb, scope: Scope, taxIds: readonly string[]): Promise<void> {
  const known = await taxesOf(tx, scope.businessId);
  const unknown = taxIds.findIndex((id) => !known.some((tax) => tax.id === id));
  if (unknown >= 0) throw invalidField(`taxIds.${unknown}`, 'Use taxes from your settings.');
}

/** The database knows which packages are the business's. */
async function withKnownPackage(store: () => Promise<void>): Promise<void> {
  try {
    await store();
  } catch (error) {
    if (refusalOf(error) === 'foreign_key') throw invalidField('packageId', 'Choose from your packages.');
    throw error;
  }
}
