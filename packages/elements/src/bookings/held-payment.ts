import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { AppointmentsController, Opened } from './appointments-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';
import { forgetPaying, keepLink } from './kept-link.ts';

/** Goes to pay for a time that is held, and comes back to this very place. */
export async function payHeld(door: BookingsDoor, appointments: AppointmentsController, booking: Booking): Promise<void> {
  const client = door.client();
  const linkToken = appointments.linkTokenOf(booking);
  if (!client || appointments.isBusy) return;
  await appointments.attempt(async () => {
    const returnUrl = `${location.href.replace(/#.*$/, '')}#portal/bookings/${booking.id}`;
    const { url } = await client.bookings.pay(booking.id, { returnUrl }, { linkToken });
    if (url === null || !door.emit('portal-before-pay-booking', { bookingId: booking.id, url })) return;
    keepLink(booking.id, linkToken);
    location.assign(url);
  });
}

const firstWaitMs = 1000;
const longestWaitMs = 8000;

/** Looks until the held time on the screen is paid, or free again. Coming back proves nothing: only the answer counts. */
export async function awaitPayment(door: BookingsDoor, appointments: AppointmentsController, onSettled: (opened: Opened) => void): Promise<void> {
  const id = appointments.opened?.booking.id;
  for (let wait = firstWaitMs; appointments.isShown; wait = Math.min(longestWaitMs, wait * 1.5)) {
    const { opened } = appointments;
    if (!opened || opened.booking.id !== id) return;
    const booking = opened.booking.status === 'held' ? await look(door, appointments, opened) : opened.booking;
    if (appointments.opened?.booking.id !== id) return;
    if (booking && booking.status !== 'held') {
      forgetPaying();
      return onSettled({ ...opened, booking, how: booking.status === 'confirmed' ? 'booked' : 'lapsed' });
    }
    await new Promise((done) => { setTimeout(done, wait); });
  }
}

async function look(door: BookingsDoor, appointments: AppointmentsController, { linkToken, booking: { id } }: Opened): Promise<Booking | undefined> {
  const client = door.client();
  // Asking after the payment makes the server ask the provider, in case its message was lost.
  const paying = await client?.bookings.payment(id, { linkToken }).catch(() => undefined);
  if (paying?.payment?.state === 'failed') {
    appointments.failure = door.say('payFailed');
    door.host.requestUpdate();
  }
  return client?.bookings.read(id, { linkToken, lang: door.lang() }).catch(() => undefined);
}
