import type { AnswerPlanInput, AskPlanInput, OwnPlan, PlanRequestKind, PlanRequestList, Subscription } from '@portico/contract/invoices/plans.ts';
import type { Deps } from '../../deps.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { requireClient, requireStaff, type Scope } from '../../domain/scope.ts';
import { record } from '../../events/event-log.ts';
import { refusalOf, type WriteDb } from '../../storage/store.ts';
import { closeRequest, findRequest, findSubscription, insertRequest, waitingRequests, type PlanRequestRow, type SubscriptionRow } from './plan-store.ts';
import { planReader, readOwnPlan, readSubscription, requestView, requireOwn } from './read-plans.ts';
import { endSubscription, pauseSubscription, resumeSubscription } from './subscriptions.ts';


/** A client asks; nothing changes until the owner has answered. */
export async function askForPlan(deps: Deps, tx: WriteDb, scope: Scope, id: string, { kind, note }: AskPlanInput, lang?: string): Promise<OwnPlan> {
  const { clientId } = requireClient(scope);
  const { row, plan } = await requireOwn(tx, scope, id);
  requireSense(row, kind);
  const request: PlanRequestRow = {
    businessId: scope.businessId, clientId, id: deps.newId(), subscriptionId: row.id, kind, note, state: 'waiting', waitingFor: row.id, askedAt: deps.now(), answeredAt: null, answer: null,
  };
  try {
    await insertRequest(tx, request);
  } catch (error) {
    if (refusalOf(error) === 'unique') throw conflict('You have asked already; the answer comes by mail.', 'already_asked');
    throw error;
  }
  await record(deps, tx, scope, { type: 'plan.requested', subjectId: row.id, clientId, payload: { subscriptionId: row.id, requestId: request.id, name: plan.name, kind, note } });
  return readOwnPlan(deps, tx, scope, row.id, lang);
}

function requireSense({ state }: SubscriptionRow, kind: PlanRequestKind): void {
  const fits = kind === 'pause' ? state === 'active' : kind === 'resume' ? state === 'paused' : state !== 'ended';
  if (!fits) throw conflict('This plan was paused, resumed or ended meanwhile. Reload the page to see how it stands, then ask again.', 'plan_changed');
}

/** The client has thought better of it. */
export async function takeBackRequest(deps: Deps, tx: WriteDb, scope: Scope, id: string, lang?: string): Promise<OwnPlan> {
  const { row, plan } = await requireOwn(tx, scope, id);
  for (const { id: requestId, kind } of await waitingRequests(tx, scope, [row.id])) {
    await closeRequest(tx, scope, requestId, { state: 'taken_back', answeredAt: deps.now(), answer: null });
    await record(deps, tx, scope, { type: 'plan.request_answered', subjectId: row.id, clientId: row.clientId, payload: { subscriptionId: row.id, requestId, name: plan.name, kind, outcome: 'taken_back', note: '' } });
  }
  return readOwnPlan(deps, tx, scope, row.id, lang);
}

/** The owner's answer. Yes does what was asked for, in the same transaction; the client hears of it either way. */
export async function answerRequest(deps: Deps, tx: WriteDb, scope: Scope, id: string, { accept, note }: AnswerPlanInput): Promise<Subscription> {
  requireStaff(scope);
  if (!(await findRequest(tx, scope, id))) throw notFound();
  const request = await closeRequest(tx, scope, id, { state: accept ? 'accepted' : 'declined', answeredAt: deps.now(), answer: note });
  const found = request && await findSubscription(tx, scope, request.subscriptionId);
  if (!request || !found) throw conflict('This has been answered already.');
  const { kind, subscriptionId } = request;
  await record(deps, tx, scope, { type: 'plan.request_answered', subjectId: subscriptionId, clientId: request.clientId, payload: { subscriptionId, requestId: id, name: found.plan.name, kind, outcome: accept ? 'accepted' : 'declined', note } });
  if (!accept) return readSubscription(deps, tx, scope, subscriptionId);
  const act = { pause: pauseSubscription, resume: resumeSubscription, cancel: endSubscription }[kind];
  return act(deps, tx, scope, subscriptionId, true);
}

export function listRequests(deps: Deps, scope: Scope): Promise<PlanRequestList> {
  requireStaff(scope);
  return deps.store.read(async (db) => {
    const reader = await planReader(db, scope, deps.now());
    const items: PlanRequestList['items'] = [];
    for (const row of await waitingRequests(db, scope)) items.push({ ...requestView(row, reader), subscription: await readSubscription(deps, db, scope, row.subscriptionId) });
    return { items };
  });
}
