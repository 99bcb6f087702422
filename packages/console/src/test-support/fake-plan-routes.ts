import type { Plan, PlanRequestList, Subscription } from '@portico/contract/invoices/plans.ts';
import { money } from '../ui/formats.ts';
import { fakeId, fakeNow } from './fake-business.ts';
import { fakeToday } from './fake-invoices.ts';
import { FakeRefusal, type FakeRoutes, type FakeState } from './fake-routes.ts';

type Every = Pick<Plan, 'every' | 'interval'>;
const everyOf = ({ every, interval }: Every): string => (every === 1 ? `every ${interval}` : `every ${every} ${interval}s`);
type Request = PlanRequestList['items'][number];

/** Plans as the API keeps them, as far as the console can see. */
export function planRoutes(state: FakeState): FakeRoutes {
  const plans: Plan[] = [{
    id: fakeId('plan', 1), name: 'Monthly care', description: '', priceMinor: 85_000, taxIncluded: true, taxIds: [fakeId('tax', 1)], interval: 'month', every: 1, dueDays: 0, packageId: null, archived: false, subscribers: 1, label: { price: money(85_000), every: 'every month' },
  }];
  const owned: Subscription[] = [];
  const requests: Request[] = [];
  const found = (id: string | undefined): Subscription => {
    const one = owned.find((each) => each.id === id);
    if (!one) throw new FakeRefusal(404, 'not_found', 'There is nothing here.');
    return one;
  };
  const nextOn = (on: string, { priceMinor, label }: Plan): NonNullable<Subscription['next']> => ({ on, dueOn: on, amountMinor: priceMinor, currency: 'ZAR', label: { on, onDay: on, dueOn: on, dueDay: on, amount: label.price } });
  const start = (clientId: string, plan: Plan, startsOn: string, anchorDay = Number(startsOn.slice(8))): Subscription => {
    const one: Subscription = {
      id: fakeId('subscription', owned.length + 1), name: plan.name, description: '', state: 'active', label: { price: plan.label.price, every: plan.label.every, endedOn: null }, startsOn, endedOn: null, request: null, autopay: null,
      next: nextOn(startsOn, plan),
      planId: plan.id, clientId, clientName: state.data.clients.find(({ id }) => id === clientId)?.name ?? '', anchorDay,
    };
    owned.unshift(one);
    return one;
  };
  const move = (one: Subscription, verb: string): Subscription => {
    Object.assign(one, { pause: { state: 'paused', next: null }, resume: { state: 'active', next: nextOn('2026-12-25', plans[0]!) }, end: { state: 'ended', endedOn: fakeToday, next: null } }[verb], { request: null });
    requests.splice(0, requests.length, ...requests.filter(({ subscription }) => subscription.id !== one.id));
    return one;
  };
  const [regular] = state.data.clients;
  if (regular && plans[0]) {
    const one = start(regular.id, plans[0], '2026-12-25');
    const request: Request = { id: fakeId('request', 1), kind: 'pause', note: 'Back in March.', askedAt: fakeNow, label: { askedOn: 'today' }, subscription: one };
    const method = { id: fakeId('method', 1), brand: 'visa', last4: '4242', expires: '12/2034', label: 'Visa ···· 4242' };
    Object.assign(one, { request: { ...request, subscription: undefined }, autopay: { method, since: fakeNow, label: { since: 'today' } } });
    requests.push(request);
  }
  return {
    'GET plans': () => ({ items: plans }),
    'POST plans': ({ body }) => { const plan = { id: fakeId('plan', plans.length + 1), archived: false, subscribers: 0, ...body, label: { price: money(Number(body['priceMinor'])), every: everyOf(body as unknown as Every) } } as Plan; plans.push(plan); return plan; },
    'PATCH plans/*': ({ params: [id], body }) => Object.assign(plans.find((one) => one.id === id)!, body),
    'GET clients/*/subscriptions': ({ params: [id] }) => ({ items: owned.filter(({ clientId }) => clientId === id) }),
    'POST clients/*/subscriptions': ({ params: [id], body }) => start(id ?? '', plans.find((one) => one.id === body['planId'])!, String(body['startsOn']), body['anchorDay'] as number | undefined),
    'POST subscriptions/*/*': ({ params: [id, verb] }) => move(found(id), verb ?? ''),
    'GET plan-requests': () => ({ items: requests }),
    'POST plan-requests/*/answer': ({ params: [id], body }) => {
      const request = requests.find((one) => one.id === id)!;
      const one = found(request.subscription.id);
      requests.splice(requests.indexOf(request), 1);
      one.request = null;
      return body['accept'] ? move(one, { pause: 'pause', resume: 'resume', cancel: 'end' }[request.kind]) : one;
    },
  };
}
