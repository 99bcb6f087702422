import type { Provider } from '@portico/contract/bookings/providers.ts';
import type { SlotDay, SlotTime } from '@portico/contract/bookings/slots.ts';
import { nothing, type CSSResult, type TemplateResult } from 'lit';
import { answersMessages } from './answers-messages.ts';
import type { BookerView } from './booker-view.ts';
import { doneMessages } from './card-messages.ts';
import { choiceList, serviceChoicesOf } from './choice-list.template.ts';
import { choiceStyles } from './choices.styles.ts';
import { confirmStyles } from './confirm-time.styles.ts';
import { confirmTime } from './confirm-time.template.ts';
import { movingLine } from './moving-line.template.ts';
import { weekdayOf } from './nearest-times.ts';
import { payChoice } from './pay-choice.ts';
import { refusedTime } from './refused-time.template.ts';
import { providerPiece, type SummaryLine } from './summary-line.template.ts';

/*
 * What opens when somebody acts: a list of choices, the confirmation of a time, a refusal, a move, a cancellation.
 * Fetched once the first screen stands.
 */
export const messages = { ...answersMessages, ...doneMessages };
export { BookingActs } from './booking-acts.ts';
export { chooseProvider, chooseService } from './slot-changes.ts';
export { walkDays, walkTimes } from './walk-keys.ts';
export { cancelQuestion } from './cancel-question.template.ts';
export const styles: readonly CSSResult[] = [choiceStyles, confirmStyles];

/** The answers to the question that is open. */
export function choices(view: SummaryLine): TemplateResult | typeof nothing {
  const { say, isFloating, onDone } = view;
  if (view.open === 'service') {
    return choiceList({
      name: 'service', legend: say('chooseService'), choices: serviceChoicesOf(view.services, say), chosen: view.service.id,
      isFloating, onChoose: view.onService, onDone,
    });
  }
  if (view.open !== 'provider') return nothing;
  const people = view.providers.map(({ id, name }) => ({ value: id, label: name }));
  return choiceList({
    name: 'provider', legend: say('chooseProvider'), choices: [{ value: '', label: say('anyone') }, ...people], chosen: view.provider?.id ?? '',
    isFloating, onChoose: (id) => view.onProvider(id || undefined), onDone,
  });
}

/** What is being moved, instead of what is being booked. */
export function moving({ say, slots, flow }: BookerView, what: SummaryLine): TemplateResult | typeof nothing {
  if (!slots.moving) return nothing;
  const { booking } = slots.moving;
  return movingLine({ say, booking, provider: providerPiece(what), choices: choices(what), onKeep: () => void flow.act((acts) => acts.keepOld()) });
}

/** A time that could not be had, and the closest ones. */
export function refusal({ say, flow }: BookerView): TemplateResult | typeof nothing {
  if (!flow.refused) return nothing;
  return refusedTime({ say, refused: flow.refused, onTime: (startsAt) => void flow.act((acts) => acts.chooseNear(startsAt)) });
}

/** The chosen time's own confirmation. */
export function confirmation(view: BookerView, day: SlotDay, time: SlotTime): TemplateResult {
  const { say, slots, flow, form, start, service, focus } = view;
  const { fields } = flow;
  const paying = payChoice(view, day, time.startsAt);
  const prepay = slots.moving || paying.promise ? null : service.prepay;
  const isMove = slots.moving !== undefined;
  const who = providerAt(view, time);
  const asksKind = !isMove && !view.isServiceFixed && !slots.isServiceChosen;
  const values = { day: weekdayOf(view.month, day), time: time.label, amount: prepay?.label ?? '' };
  const name = who ? `${service.name} ${say('withProvider', { name: who.name })}` : service.name;
  return confirmTime({
    say, dayName: day.name, fields, details: form.details, errors: form.errors, failure: form.failure,
    what: [name, service.priceLabel].filter(Boolean).join(' · '),
    kinds: asksKind ? serviceChoicesOf(start.services, say) : [], kind: service.id,
    isNoteOpen: form.isNoteOpen, isBusy: form.isBusy, isLooking: paying.isLooking, payChoice: paying.choice, action: say(isMove ? 'moveTo' : prepay ? 'payToBook' : 'book', values), busyAction: say(isMove ? 'moving' : 'booking'),
    promise: paying.promise ?? (prepay ? say('holdPromise') : fields.includes('email') ? say('mailPromise') : undefined),
    onKind: (id) => void flow.act((acts) => acts.chooseKind(id)), onInput: (field, value) => form.type(field, value),
    onOpenNote: () => { focus('#field-note'); form.openNote(); },
    onSubmit: () => void flow.act((acts) => acts.submit()),
    onClose: () => { focus(`[data-time="${time.startsAt}"]`); flow.chooseTime(undefined); },
  });
}

/** Whom one will see: who was chosen, or the only one who is free then. */
function providerAt({ slots, start }: BookerView, { providerIds }: SlotTime): Provider | undefined {
  const id = slots.providerId ?? (providerIds.length === 1 ? providerIds[0] : undefined);
  return start.providers.find((provider) => provider.id === id);
}
