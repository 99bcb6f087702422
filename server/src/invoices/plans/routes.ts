import { AddPlanInput, AgreeAutopayInput, AnswerPlanInput, AskPlanInput, ChangePlanInput, OwnPlan, OwnPlanList, OwnPlanQuery, Plan, PlanList, PlanRequestList, StartSubscriptionInput, Subscription, SubscriptionList } from '@portico/contract/invoices/plans.ts';
import { Id } from '@portico/contract/primitives.ts';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { route, writeRoute, type DeclaredRoute } from '../../http/route.ts';
import { agreeToAutopay } from '../autopay/agree.ts';
import { removeMethod, withdrawAutopay } from '../autopay/withdraw.ts';
import { addPlan, changePlan, listPlans } from './plans.ts';
import { listOwnPlans, listSubscriptionsOf } from './read-plans.ts';
import { answerRequest, askForPlan, listRequests, takeBackRequest } from './requests.ts';
import { endSubscription, pauseSubscription, resumeSubscription, startSubscription } from './subscriptions.ts';

const ById = z.strictObject({ id: Id });

export function planRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [...ownRoutes(deps), ...consoleRoutes(deps)];
}

function ownRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/subscriptions', access: 'client', summary: 'Own plans, and what is saved to pay them', query: OwnPlanQuery, output: OwnPlanList }, ({ scope, query }) => deps.store.read((db) => listOwnPlans(deps, db, scope, query.lang))),
    writeRoute({ method: 'post', path: '/v1/subscriptions/{id}/requests', access: 'client', summary: 'Ask for a pause, to go on, or for the end of a plan', params: ById, query: OwnPlanQuery, body: AskPlanInput, output: OwnPlan, status: 201, rate: 'book' },
      ({ scope, params, query, body }, tx) => askForPlan(deps, tx, scope, params.id, body, query.lang)),
    writeRoute({ method: 'post', path: '/v1/subscriptions/{id}/requests/take-back', access: 'client', summary: 'Take back what was asked', params: ById, query: OwnPlanQuery, output: OwnPlan }, ({ scope, params, query }, tx) => takeBackRequest(deps, tx, scope, params.id, query.lang)),
    writeRoute({ method: 'post', path: '/v1/subscriptions/{id}/autopay', access: 'client', summary: 'Agree that a plan is paid automatically, with something saved', params: ById, body: AgreeAutopayInput, output: OwnPlan }, ({ scope, params, body }, tx) => agreeToAutopay(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/subscriptions/{id}/autopay/stop', access: 'client', summary: 'Stop paying a plan automatically', params: ById, query: OwnPlanQuery, output: OwnPlan }, ({ scope, params, query }, tx) => withdrawAutopay(deps, tx, scope, params.id, query.lang)),
    writeRoute({ method: 'post', path: '/v1/payment-methods/{id}/remove', access: 'client', summary: 'Remove what is saved; nothing is paid with it any more', params: ById, query: OwnPlanQuery, output: OwnPlanList }, ({ scope, params, query }, tx) => removeMethod(deps, tx, scope, params.id, query.lang)),
  ];
}

function consoleRoutes(deps: Deps): readonly DeclaredRoute[] {
  return [
    route({ method: 'get', path: '/v1/console/plans', access: 'member', summary: 'Plans on offer', output: PlanList }, ({ scope }) => deps.store.read((db) => listPlans(db, scope))),
    writeRoute({ method: 'post', path: '/v1/console/plans', access: 'admin', summary: 'Offer a plan', body: AddPlanInput, output: Plan, status: 201, idempotent: true }, ({ scope, body }, tx) => addPlan(deps, tx, scope, body)),
    writeRoute({ method: 'patch', path: '/v1/console/plans/{id}', access: 'admin', summary: 'Change or archive a plan; a new price counts from the next period', params: ById, body: ChangePlanInput, output: Plan }, ({ scope, params, body }, tx) => changePlan(deps, tx, scope, params.id, body)),
    route({ method: 'get', path: '/v1/console/clients/{id}/subscriptions', access: 'member', summary: 'A client\'s plans', params: ById, output: SubscriptionList }, ({ scope, params }) => listSubscriptionsOf(deps, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/console/clients/{id}/subscriptions', access: 'member', summary: 'Start a plan for a client', params: ById, body: StartSubscriptionInput, output: Subscription, status: 201, idempotent: true }, ({ scope, params, body }, tx) => startSubscription(deps, tx, scope, params.id, body)),
    writeRoute({ method: 'post', path: '/v1/console/subscriptions/{id}/pause', access: 'member', summary: 'Pause a client\'s plan', params: ById, output: Subscription }, ({ scope, params }, tx) => pauseSubscription(deps, tx, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/console/subscriptions/{id}/resume', access: 'member', summary: 'Let a paused plan go on', params: ById, output: Subscription }, ({ scope, params }, tx) => resumeSubscription(deps, tx, scope, params.id)),
    writeRoute({ method: 'post', path: '/v1/console/subscriptions/{id}/end', access: 'member', summary: 'End a client\'s plan', params: ById, output: Subscription }, ({ scope, params }, tx) => endSubscription(deps, tx, scope, params.id)),
    route({ method: 'get', path: '/v1/console/plan-requests', access: 'member', summary: 'What clients ask for about their plans', output: PlanRequestList }, ({ scope }) => listRequests(deps, scope)),
    writeRoute({ method: 'post', path: '/v1/console/plan-requests/{id}/answer', access: 'member', summary: 'Accept or decline', params: ById, body: AnswerPlanInput, output: Subscription }, ({ scope, params, body }, tx) => answerRequest(deps, tx, scope, params.id, body)),
  ];
}
