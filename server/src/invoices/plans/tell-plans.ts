import { findBusiness } from '../../business/public.ts';
import { clientNames } from '../../clients/public.ts';
import type { Deps } from '../../deps.ts';
import { systemScope } from '../../domain/scope.ts';
import type { HandleEvent } from '../../events/log-reader.ts';
import type { WriteDb } from '../../storage/store.ts';
import { owningReader, payingReader } from '../letters/letter-reader.ts';
import { sendLetter } from '../letters/send-letters.ts';
import { askedLetter, newsLetter, type PlanNews } from './plan-letters.ts';
import { planTotal } from './plan-price.ts';
import { findSubscription } from './plan-store.ts';

const aboutPlan = (id: string): string => `plan:${id}`;

async function tellClient(deps: Deps, tx: WriteDb, businessId: string, subscriptionId: string, news: PlanNews, note = ''): Promise<void> {
  const scope = systemScope(businessId);
  const found = await findSubscription(tx, scope, subscriptionId);
  const reader = found && await payingReader(tx, scope, found.row.clientId);
  if (!found || !reader) return;
  await sendLetter(deps, tx, reader, newsLetter(deps, news, found, await planTotal(tx, scope, found.plan), reader, note), aboutPlan(subscriptionId));
}

/** What the client had asked for is told with the answer. */
const tell = (news: PlanNews): HandleEvent => async (deps, tx, event) => {
  const { wasAsked } = JSON.parse(event.payload) as { wasAsked?: boolean };
  if (!wasAsked) await tellClient(deps, tx, event.businessId, event.subjectId ?? '', news);
};

const tellAnswered: HandleEvent = async (deps, tx, event) => {
  const { kind, outcome, note } = JSON.parse(event.payload) as { kind: 'pause' | 'resume' | 'cancel'; outcome: 'accepted' | 'declined' | 'taken_back'; note: string };
  if (outcome === 'taken_back') return;
  const done = { pause: 'planPaused', resume: 'planResumed', cancel: 'planEnded' } as const;
  await tellClient(deps, tx, event.businessId, event.subjectId ?? '', outcome === 'accepted' ? done[kind] : 'planDeclined', note);
};

const tellOwnerAsked: HandleEvent = async (deps, tx, event) => {
  const scope = systemScope(event.businessId);
  const found = await findSubscription(tx, scope, event.subjectId ?? '');
  const business = await findBusiness(tx, event.businessId);
  if (!found || !business) return;
  const { kind, note } = JSON.parse(event.payload) as { kind: 'pause' | 'resume' | 'cancel'; note: string };
  const clientName = (await clientNames(tx, scope, [found.row.clientId])).get(found.row.clientId) ?? '';
  const owner = owningReader(business);
  await sendLetter(deps, tx, owner, askedLetter(deps, { kind, clientName, note }, found, await planTotal(tx, scope, found.plan), owner), aboutPlan(found.row.id));
};

export const planNotices: Readonly<Record<string, HandleEvent>> = {
  'plan.started': tell('planStarted'),
  'plan.paused': tell('planPaused'),
  'plan.resumed': tell('planResumed'),
  'plan.ended': tell('planEnded'),
  'plan.requested': tellOwnerAsked,
  'plan.request_answered': tellAnswered,
};
