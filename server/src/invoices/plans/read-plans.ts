import type { OwnPlan, OwnPlanList, Subscription } from '@portico/contract/invoices/plans.ts';
import { findBusiness } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { dateAfter, dateLabel, dayLabel, todayIn } from '../../domain/civil-dates.ts';
import { isoOf } from '../../domain/civil-time.ts';
import { notFound } from '../../domain/errors.ts';
import { formatMoney } from '../../domain/money.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import type { ReadDb } from '../../storage/store.ts';
import { chargeToCome } from '../autopay/charge-store.ts';
import { methodsKeptFor, standingConsents, type Standing } from '../autopay/consent-store.ts';
import { consentFor } from '../autopay/consent-offer.ts';
import { toSavedMethod } from '../autopay/method-view.ts';
import { openInvoices, type InvoiceWithBalance } from '../invoice-store.ts';
import type { InvoiceReader } from '../invoice-view.ts';
import { activeAccount } from '../online/provider-account.ts';
import { readerFor } from '../read-invoice.ts';
import { everyInWords } from './interval-words.ts';
import { planTotal } from './plan-price.ts';
import { findSubscription, subscriptionsOf, waitingRequests, type PlanRequestRow, type Subscribed } from './plan-store.ts';

export interface PlanReader extends InvoiceReader {
  readonly timeZone: string;
  readonly currency: string;
}

type Shown = Omit<Subscription, 'planId' | 'clientId' | 'clientName' | 'anchorDay'>;

/** What both sides see of it. */
async function view(db: ReadDb, scope: Scope, { row, plan }: Subscribed, parts: { readonly request: PlanRequestRow | undefined; readonly standing: Standing | undefined }, reader: PlanReader): Promise<Shown> {
  const { lang, currency, today } = reader;
  const amountMinor = await planTotal(db, scope, plan);
  const amount = formatMoney(amountMinor, currency, lang);
  const { standing, request } = parts;
  const dueOn = dateAfter(row.nextOn, plan.dueDays);
  return {
    id: row.id, name: plan.name, description: plan.description, state: row.state, startsOn: row.startsOn, endedOn: row.endedOn,
    label: { price: amount, every: everyInWords(plan, lang), endedOn: row.endedOn && dateLabel(row.endedOn, lang) },
    next: row.state === 'active' ? { on: row.nextOn, dueOn, amountMinor, currency, label: { on: dateLabel(row.nextOn, lang), onDay: dayLabel(row.nextOn, today, lang), dueOn: dateLabel(dueOn, lang), dueDay: dayLabel(dueOn, today, lang), amount } } : null,
    request: request ? requestView(request, reader) : null,
    autopay: standing ? { method: toSavedMethod(standing.method), since: isoOf(standing.consent.givenAt), label: { since: dateLabel(todayIn(reader.timeZone, standing.consent.givenAt), lang) } } : null,
  };
}

export const requestView = ({ id, kind, note, askedAt }: PlanRequestRow, { lang, timeZone, today }: PlanReader) =>
  ({ id, kind, note, askedAt: isoOf(askedAt), label: { askedOn: dayLabel(todayIn(timeZone, askedAt), today, lang) } });

export async function planReader(db: ReadDb, scope: Scope, now: number, lang?: string): Promise<PlanReader> {
  const business = await findBusiness(db, scope.businessId);
  if (!business) throw notFound();
  return { ...await readerFor(db, scope, now, lang), timeZone: business.timeZone, currency: business.currency };
}

/** The client's own, and no other's. */
export async function requireOwn(db: ReadDb, scope: Scope, id: string): Promise<Subscribed> {
  const { clientId } = requireClient(scope);
  const found = await findSubscription(db, scope, id);
  if (found?.row.clientId !== clientId) throw notFound();
  return found;
}

export async function listOwnPlans(deps: Pick<Deps, 'now'>, db: ReadDb, scope: Scope, lang?: string): Promise<OwnPlanList> {
  const { clientId } = requireClient(scope);
  const methods = (await methodsKeptFor(db, scope, clientId)).map(toSavedMethod);
  return { items: await ownPlans(deps, db, scope, await subscriptionsOf(db, scope, clientId), lang), methods };
}

export async function readOwnPlan(deps: Pick<Deps, 'now'>, db: ReadDb, scope: Scope, id: string, lang?: string): Promise<OwnPlan> {
  const [plan] = await ownPlans(deps, db, scope, [await requireOwn(db, scope, id)], lang);
  if (!plan) throw notFound();
  return plan;
}

async function ownPlans(deps: Pick<Deps, 'now'>, db: ReadDb, scope: Scope, found: readonly Subscribed[], lang?: string): Promise<OwnPlan[]> {
  const { clientId } = requireClient(scope);
  const reader = await planReader(db, scope, deps.now(), lang);
  const ids = found.map(({ row }) => row.id);
  const [requests, standing] = [await waitingRequests(db, scope, ids), await standingConsents(db, scope, ids)];
  const open = ids.length === 0 ? [] : await openInvoices(db, scope, clientId);
  const takesCards = await activeAccount(db, scope.businessId) !== undefined;
  const items: OwnPlan[] = [];
  for (const one of found) {
    const { id, state } = one.row;
    items.push({
      ...await view(db, scope, one, { request: requests.find(({ subscriptionId }) => subscriptionId === id), standing: standing.get(id) }, reader),
      open: await openOf(db, scope, open.filter(({ invoice }) => invoice.sourceKind === 'plan' && invoice.sourceId?.startsWith(`${id}:`)), reader),
      consent: takesCards && state !== 'ended' ? await consentFor(db, scope, one, reader.lang) : null,
    });
  }
  return items;
}

async function openOf(db: ReadDb, scope: Scope, open: readonly InvoiceWithBalance[], { lang, today }: PlanReader): Promise<OwnPlan['open']> {
  const items: OwnPlan['open'] = [];
  for (const { invoice } of open) {
    const chargeOn = (await chargeToCome(db, scope, invoice.id))?.chargeOn ?? null;
    items.push({ invoiceId: invoice.id, chargeOn, label: { chargeOn: chargeOn && dayLabel(chargeOn, today, lang) } });
  }
  return items;
}

/** For staff: everything that a client has or had. */
export function listSubscriptionsOf(deps: Deps, scope: Scope, clientId: string): Promise<{ items: Subscription[] }> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    if (!(await clientNames(db, scope, [clientId])).has(clientId)) throw notFound();
    const items: Subscription[] = [];
    for (const { row } of await subscriptionsOf(db, scope, clientId)) items.push(await readSubscription(deps, db, scope, row.id));
    return { items };
  });
}

export async function readSubscription(deps: Pick<Deps, 'now'>, db: ReadDb, scope: Scope, id: string): Promise<Subscription> {
  const found = await findSubscription(db, scope, id);
  if (!found) throw notFound();
  const { row } = found;
  const reader = await planReader(db, scope, deps.now());
  const [request] = await waitingRequests(db, scope, [id]);
  const standing = (await standingConsents(db, scope, [id])).get(id);
  const clientName = (await clientNames(db, scope, [row.clientId])).get(row.clientId) ?? '';
  const shown = await view(db, scope, found, { request, standing }, reader);
  return { ...shown, planId: row.planId, clientId: row.clientId, clientName, anchorDay: row.anchorDay, label: { ...shown.label, every: everyInWords(found.plan, 'en') } };
}

