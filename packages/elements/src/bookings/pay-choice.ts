import type { SlotDay } from '@portico/contract/bookings/slots.ts';
import { nothing, type TemplateResult } from 'lit';
import type { BookerView } from './booker-view.ts';
import { choiceList } from './choice-list.template.ts';
import { packagesOf } from './session-packages.ts';

/** How the chosen time is paid for, as far as a package can. */
export interface PayChoice {
  /** Which package, or money; nothing where there is no choice. */
  readonly choice: TemplateResult | typeof nothing;
  /** What is taken from the package that pays; undefined: money does. */
  readonly promise: string | undefined;
  /** Not known yet whether a package pays. */
  readonly isLooking: boolean;
}

const money = 'money';

export function payChoice({ say, flow, slots, service }: BookerView, day: SlotDay, startsAt: string): PayChoice {
  const isClient = !slots.moving && !flow.fields.includes('email');
  const packages = packagesOf(flow);
  if (!isClient) packages?.forget();
  if (!isClient || service.priceMinor === 0) return { choice: nothing, promise: undefined, isLooking: false };
  if (packages) packages.lookFor(startsAt);
  else void flow.act((acts) => acts.packages.lookFor(startsAt));
  const covering = packages?.covering(service, day.date) ?? [];
  const chosen = packages?.chosen(service, day.date);
  const price = service.prepay?.label ?? service.priceLabel ?? '';
  const choice = covering.length === 0 ? nothing : choiceList({
    name: 'pay', legend: say('payWith'), isFloating: false, chosen: chosen?.id ?? money,
    choices: [...covering.map(({ id, name, label }) => ({ value: id, label: say('useSession', { name }), meta: say('leftOf', { remaining: label.remaining, sessions: label.sessions }) })), { value: money, label: say('payInstead', { amount: price }) }],
    onChoose: (value) => packages?.choose(value === money ? null : value),
  });
  return { choice, promise: chosen && say('usesSession', { count: chosen.remaining }), isLooking: !packages?.own };
}
