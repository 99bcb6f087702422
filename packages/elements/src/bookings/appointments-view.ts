import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type * as Answers from './answers-view.ts';
import type { AppointmentsController } from './appointments-controller.ts';
import { appointmentStyles } from './appointments.styles.ts';
import { bookingActions } from './booking-actions.template.ts';
import type { BookingsController } from './bookings-controller.ts';
import type * as Card from './opened-view.ts';
import { pastBookings } from './past-bookings.template.ts';
import { sayMoment } from '../base/say-moment.ts';
import type { Say } from './translate.ts';
import { upcomingBookings } from './upcoming-bookings.template.ts';

export { appointmentsMessages as messages } from './appointments-messages.ts';
export const styles: readonly CSSResult[] = [appointmentStyles];

export interface AppointmentsView {
  readonly say: Say;
  readonly flow: BookingsController;
  readonly appointments: AppointmentsController;
  readonly businessName: string;
  readonly headingLevel: number;
  readonly locale: string;
  /** What opens when somebody acts, once it has been fetched, and what stands in for it until then. */
  readonly answers: typeof Answers | undefined;
  readonly waiting: () => TemplateResult | typeof nothing;
  /** One booking by itself, once that has been fetched: it knows of times that are held. */
  readonly card: typeof Card | undefined;
  focus(selector: string): void;
}

/** What is booked, for who is signed in. */
export function upcomingAppointments(view: AppointmentsView): TemplateResult | typeof nothing {
  const { appointments, say, headingLevel } = view;
  if (appointments.listFailure) return html`<p class="trouble failed" part="error" role="alert"><span>${appointments.listFailure}</span>
    <button type="button" class="plain" part="button" data-action="retry-list" @click=${() => void appointments.load()}>${say('retry')}</button></p>`;
  const bookings = appointments.upcoming ?? [];
  // Why it cannot be changed is said once, not of each.
  const late = bookings.find(isTooLate);
  return upcomingBookings({ say, bookings, headingLevel, actionsOf: (booking) => actionsOf(view, booking, false, booking === late) });
}

/** What was. */
export function pastAppointments({ say, flow, appointments, headingLevel }: AppointmentsView): TemplateResult | typeof nothing {
  const { past, pastCursor, isBusy } = appointments;
  if (!past) return nothing;
  return pastBookings({
    say, bookings: past, hasMore: pastCursor !== null, isBusy, headingLevel,
    onAgain: (booking) => void flow.act((acts) => acts.again(booking)), onMore: () => void appointments.more(),
  });
}

/** Move and Cancel, for one booking; or the question whether it is meant. */
export function actionsOf(view: AppointmentsView, booking: Booking, isOpen: boolean, saysWhy = true): TemplateResult | typeof nothing {
  const { appointments, flow, say, focus } = view;
  const { failure } = appointments;
  if (booking.hold) return view.card?.heldInList(view, booking) ?? nothing;
  if (appointments.cancelling === booking.id) return question(view, booking, isOpen);
  return bookingActions({
    say, booking, failure: isOpen ? failure : undefined,
    tooLate: saysWhy && isTooLate(booking) ? say('tooLate', { until: untilOf(view.locale, booking), business: view.businessName }) : undefined,
    ...(isOpen && { onCalendar: (one: Booking) => void flow.act((acts) => acts.saveToCalendar(one)) }),
    onMove: (one) => void flow.act((acts) => acts.move(one)),
    onAskCancel: (one) => { focus('#cancel-reason'); appointments.askCancel(one); },
  });
}

function question({ appointments, flow, say, focus, answers, waiting }: AppointmentsView, booking: Booking, isOpen: boolean): TemplateResult | typeof nothing {
  const { reason, isBusy, failure } = appointments;
  return answers?.cancelQuestion({
    say, booking, isBusy, reason, failure,
    onReason: (text) => { appointments.reason = text; },
    onCancel: (one) => void flow.act((acts) => acts.cancel(one)),
    onKeep: () => { focus(isOpen ? '[data-action="cancel"]' : `[data-booking="${booking.id}"] [data-action="cancel"]`); appointments.askCancel(undefined); },
  }) ?? waiting();
}

const isTooLate = ({ status, canChange }: Booking): boolean => status === 'confirmed' && !canChange;

const untilOf = (locale: string, { changeUntil, timeZone }: Booking): string =>
  sayMoment(changeUntil, locale, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone });
