import type { Booking } from '@portico/contract/bookings/booking.ts';
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Opened } from './appointments-controller.ts';
import { actionsOf, styles as listStyles, type AppointmentsView } from './appointments-view.ts';
import { appointmentsMessages } from './appointments-messages.ts';
import { cardStyles } from './booking-card.styles.ts';
import { bookingCard } from './booking-card.template.ts';
import { cardMessages } from './card-messages.ts';
import type { BookingsMessage } from './bookings-messages.ts';
import { heldActions } from './held-actions.template.ts';
import type { Say } from './translate.ts';

export const messages = { ...appointmentsMessages, ...cardMessages };
export const styles: readonly CSSResult[] = [...listStyles, cardStyles];

/** The same where it stands in the list: until when, too. */
export function heldInList(view: AppointmentsView, booking: Booking): TemplateResult {
  const { hold } = booking;
  return html`${hold ? html`<p class="hint">${view.say('payBy', { time: hold.time })}</p>${heldActions(view, booking, hold.label)}` : nothing}`;
}

/** One booking by itself: just made, moved, cancelled, or opened from a link. */
export function openedBooking(view: AppointmentsView, opened: Opened): TemplateResult {
  const { say, flow } = view;
  const { booking, how } = opened;
  return bookingCard({
    say, booking, title: say(titleOf(opened)), isGood: how !== 'cancelled' && booking.status === 'confirmed', headingLevel: view.headingLevel,
    sentences: sentencesOf(say, opened), actions: booking.hold ? heldActions(view, booking, booking.hold.label) : actionsOf(view, booking, true), onward: say('bookAnother'), onAnother: () => flow.another(),
  });
}

function titleOf({ booking, how }: Opened): BookingsMessage {
  if (booking.hold) return 'held';
  if (booking.status === 'cancelled') return 'cancelled';
  if (booking.status !== 'confirmed') return 'pastBooking';
  return how === 'booked' ? 'booked' : how === 'moved' ? 'moved' : 'yourBooking';
}

function sentencesOf(say: Say, { booking, how, email, isInvited }: Opened): readonly string[] {
  if (booking.hold) return [say('heldUntilPaid', { amount: booking.hold.label })];
  if (how === 'lapsed') return [say('lapsed')];
  const session = booking.package && booking.status === 'cancelled' ? [say(booking.package.isReturned ? 'sessionReturned' : 'sessionKept', { name: booking.package.name })] : [];
  if (how === 'cancelled') return [...session, say('cancelledMail')];
  if (how === 'moved') return [say('movedMail')];
  if (how !== 'booked') return session;
  return [...(booking.package ? [say('withPackage', { name: booking.package.name })] : []), email ? say('mailed', { email }) : say('mailedSignedIn'), ...(isInvited ? [say('invited')] : [])];
}
