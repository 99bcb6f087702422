import type { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import type { Service } from '@portico/contract/bookings/services.ts';
import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { RoomController } from '../base/room-controller.ts';
import type * as Answers from './answers-view.ts';
import type { BookingsController, BookingsParts } from './bookings-controller.ts';
import { dayTimes } from './day-times.template.ts';
import { monthDays } from './month-days.template.ts';
import type { PanelController } from './panel-controller.ts';
import { dayOf, freeTimesOf, nextFreeAfter, weeksOf, type DayCell } from './slot-month.ts';
import { summaryLine, type SummaryLine } from './summary-line.template.ts';
import type { Say } from './translate.ts';
import { zoneLine } from './zone-line.template.ts';

export interface BookerView extends BookingsParts {
  readonly say: Say;
  readonly flow: BookingsController;
  readonly panel: PanelController;
  readonly room: RoomController;
  readonly start: BookingStart;
  readonly month: SlotMonth;
  readonly service: Service;
  readonly isServiceFixed: boolean;
  readonly isProviderFixed: boolean;
  readonly isRtl: boolean;
  readonly digits: (value: number) => string;
  /** What opens when somebody answers, once it has been fetched. */
  readonly answers: typeof Answers | undefined;
  /** Goes where a key leads; focus has brought the code for it. */
  walk(step: (keys: typeof Answers) => unknown): Promise<void>;
  /** What stands in for it until then. */
  readonly waiting: () => TemplateResult | typeof nothing;
  /** The list of time zones, once somebody opened it. */
  readonly zones: () => TemplateResult | typeof nothing;
  readonly times: () => readonly HTMLElement[];
  /** `14:02`, made only when something is old. */
  readonly clock: (moment: number) => string;
  focus(selector: string): void;
}

/** What, when, and the confirmation: the whole way to a booking on one screen. */
export function booker(view: BookerView): TemplateResult {
  const { say, slots, month, service, panel, answers } = view;
  const what = summary(view);
  return html`
    <section class="booker" part="body" aria-busy=${slots.isBusy}>
      ${slots.moving ? answers?.moving(view, what) : summaryLine(what, answers?.choices(what) ?? nothing)}
      ${answers?.refusal(view)}
      <div class="when">${days(view)}${times(view)}</div>
      ${zoneLine({
        say, label: month.timeZoneLabel, isFixed: service.placeKind === 'in_person', isOpen: panel.open === 'zone',
        list: panel.open === 'zone' ? view.zones() : nothing, onToggle: () => void panel.toggle('zone'),
      })}
      ${trouble(view)}
    </section>
  `;
}

/** What is on the screen is old, or the last question had no answer: said beside the times, which stay. */
function trouble({ say, slots, clock }: BookerView): TemplateResult | typeof nothing {
  if (!slots.error && !slots.staleSince) return nothing;
  const offline = slots.error?.code === 'unreachable' && !navigator.onLine;
  const sentence = slots.staleSince ? say('asOf', { time: clock(slots.staleSince) }) : say(offline ? 'offline' : 'failedMonth');
  return html`<p class="trouble failed" part="error" role="alert"><span>${sentence}</span>
    <button type="button" class="plain" part="button" data-action="retry" @click=${() => void slots.retry()}>${say('retry')}</button></p>`;
}

function summary({ say, slots, start, service, panel, answers, isServiceFixed, isProviderFixed }: BookerView): SummaryLine {
  const providers = start.providers.filter(({ id }) => service.providerIds.includes(id));
  const [only] = providers;
  const chosen = providers.find(({ id }) => id === slots.providerId);
  return {
    say, service, providers, services: start.services, provider: chosen ?? (providers.length === 1 && only ? only : null),
    isServiceFixed, isProviderFixed, open: panel.open === 'zone' ? undefined : panel.open, isFloating: panel.isFloating,
    onToggle: (question) => void panel.toggle(question),
    onService: (id) => void answers?.chooseService(slots, id), onProvider: (id) => void answers?.chooseProvider(slots, id), onDone: () => panel.done(),
  };
}

function days(view: BookerView): TemplateResult {
  const { say, slots, flow, month } = view;
  const weeks = weeksOf(month);
  const onKey = (event: KeyboardEvent, { date }: DayCell): void => {
    if (leads(event, /^(Arrow|Page|Home$|End$)/)) void view.walk((keys) => keys.walkDays(view, date, event.key));
  };
  return monthDays({
    say, digits: view.digits, month, weeks, chosen: slots.date, focusable: slots.date ?? weeks.flat().find((cell) => cell && !cell.isPast)?.date, isBusy: slots.isBusy, onKey,
    onDay: (date) => flow.chooseDay(date), onMonth: (other) => void flow.turnTo(other),
    onToday: () => void flow.turnTo(month.today.slice(0, 7), month.today),
  });
}

function times(view: BookerView): TemplateResult {
  const { say, slots, flow, month } = view;
  const { date, time } = slots;
  const day = dayOf(month, date);
  const nextFree = nextFreeAfter(month, date);
  const onKey = (event: KeyboardEvent): void => {
    const from = event.currentTarget as HTMLElement;
    if (leads(event, /^(Arrow|Home$|End$)/)) void view.walk((keys) => keys.walkTimes(view, from, event.key));
  };
  const chosen = day?.times.find((one) => one.startsAt === time);
  return dayTimes({
    say, month, day, chosen: time, focusable: time ?? (freeTimesOf(day)[0] ?? day?.times[0])?.startsAt, changed: slots.changed, nextFree,
    confirmation: day && chosen ? view.answers?.confirmation(view, day, chosen) ?? view.waiting() : nothing,
    isCut: view.room.cut === 'list',
    onTime: (one) => flow.chooseTime(one.startsAt === time ? undefined : one.startsAt), onKey,
    onNextFree: () => { if (nextFree) void flow.turnTo(nextFree.month, nextFree.date); },
  });
}

/** A key that walks through the days or times: then the page must not scroll. */
function leads(event: KeyboardEvent, keys: RegExp): boolean {
  const is = keys.test(event.key);
  if (is) event.preventDefault();
  return is;
}
