import type { PortalClient } from '@portico/client/portal-client.ts';
import type { Booking } from '@portico/contract/bookings.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { AppointmentsController, Opened } from './appointments-controller.ts';
import { bookingActions } from './booking-actions.template.ts';
import { bookingCard } from './booking-card.template.ts';
import type { BookingsMessage } from './bookings-messages.ts';
import { pastBookings } from './past-bookings.template.ts';
import type { Say } from './translate.ts';
import { upcomingBookings } from './upcoming-bookings.template.ts';

export interface AppointmentsView {
  readonly say: Say;
  readonly client: PortalClient;
  readonly appointments: AppointmentsController;
  readonly isSignedIn: boolean;
  readonly businessName: string;
  readonly headingLevel: number;
  readonly locale: string;
  onMove(booking: Booking, linkToken: string | undefined): void;
  onAskCancel(booking: Booking): void;
  onAnother(): void;
  onAgain(booking: Booking): void;
}

/** One booking by itself: just made, moved, cancelled, or opened from a link. */
export function openedBooking(view: AppointmentsView, opened: Opened): TemplateResult {
  const { say } = view;
  const { booking, how } = opened;
  return bookingCard({
    say, booking, title: say(titleOf(opened)), isGood: how !== 'cancelled' && booking.status === 'confirmed', headingLevel: view.headingLevel,
    sentences: sentencesOf(say, opened), actions: actionsOf(view, booking, true), onward: say(view.isSignedIn ? 'bookTime' : 'bookAnother'),
    onCalendar: (one) => void download(view, one), onAnother: view.onAnother,
  });
}

function titleOf({ booking, how }: Opened): BookingsMessage {
  if (booking.status === 'cancelled') return 'cancelled';
  if (booking.status !== 'confirmed') return 'pastBooking';
  return how === 'booked' ? 'booked' : how === 'moved' ? 'moved' : 'yourBooking';
}

function sentencesOf(say: Say, { how, email, isInvited }: Opened): readonly string[] {
  if (how === 'cancelled') return [say('cancelledMail')];
  if (how === 'moved') return [say('movedMail')];
  if (how !== 'booked') return [];
  return [email ? say('mailed', { email }) : say('mailedSignedIn'), ...(isInvited ? [say('invited')] : [])];
}

/** What is booked and what was, for who is signed in. */
export function upcomingAppointments(view: AppointmentsView): TemplateResult | typeof nothing {
  const { appointments } = view;
  return html`${upcomingBookings({
    say: view.say, bookings: appointments.upcoming ?? [], headingLevel: view.headingLevel, actionsOf: (booking) => actionsOf(view, booking, false),
  })}`;
}

export function pastAppointments(view: AppointmentsView): TemplateResult | typeof nothing {
  const { past, pastCursor, upcoming, isBusy } = view.appointments;
  if (!upcoming) return nothing;
  return pastBookings({
    say: view.say, bookings: past, hasMore: pastCursor !== null, isBusy, headingLevel: view.headingLevel,
    onAgain: view.onAgain, onMore: () => void view.appointments.more(),
  });
}

function actionsOf(view: AppointmentsView, booking: Booking, isOpen: boolean): TemplateResult {
  const { appointments, say } = view;
  const { cancelling, reason, isBusy, failure, opened } = appointments;
  const isThis = cancelling === booking.id;
  const isTooLate = booking.status === 'confirmed' && !booking.canChange;
  return bookingActions({
    say, booking, isCancelling: isThis, isBusy, reason, failure: isThis || isOpen ? failure : undefined,
    tooLate: isTooLate ? say('tooLate', { until: untilOf(view.locale, booking), business: view.businessName }) : undefined,
    ...(isOpen && { onCalendar: (one: Booking) => void download(view, one) }),
    onMove: (one) => view.onMove(one, opened?.booking.id === one.id ? opened.linkToken : undefined),
    onAskCancel: view.onAskCancel, onReason: (text) => { appointments.reason = text; },
    onCancel: (one) => void appointments.cancel(one), onKeep: () => appointments.askCancel(undefined),
  });
}

const untilOf = (locale: string, { changeUntil, timeZone }: Booking): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(changeUntil));

/** The file is asked for with the page's own key, so it cannot be a plain link. */
async function download({ client, appointments }: AppointmentsView, booking: Booking): Promise<void> {
  const file = await client.bookings.calendarFile(booking.id, { linkToken: appointments.opened?.linkToken });
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: 'booking.ics' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
