import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { BookedResult, Booking } from '@portico/contract/bookings/booking.ts';
import { sayMoment } from '../base/say-moment.ts';
import { BookingAttempt } from './booking-attempt.ts';
import type { BookingsController, BookingsParts } from './bookings-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';
import type { BookingDetail } from './bookings-events.ts';
import { IntentionKey } from './intention-key.ts';
import { nearestFree } from './nearest-times.ts';
import { SessionPackages } from './session-packages.ts';
import { bookAgain, chooseService, lookForAnother } from './slot-changes.ts';
import { findTime, type DayTime } from './slot-month.ts';

/** What an act of the visitor leads to: booked, refused, moved, cancelled, booked again. Fetched with the first of them. */
export class BookingActs {
  readonly #door: BookingsDoor;
  readonly #flow: BookingsController;
  readonly #parts: BookingsParts;
  readonly #attempt: BookingAttempt;
  /** What whoever books has paid for ahead. */
  readonly packages: SessionPackages;
  readonly #cancelKey = new IntentionKey();

  constructor(door: BookingsDoor, flow: BookingsController, parts: BookingsParts) {
    this.#door = door;
    this.#flow = flow;
    this.#parts = parts;
    this.#attempt = new BookingAttempt(door, parts.form);
    this.packages = new SessionPackages(door, flow);
  }

  async submit(): Promise<void> {
    const client = this.#door.client();
    const { slots, form } = this.#parts;
    const { serviceId, providerId, time: startsAt, moving, month } = slots;
    if (!client || !serviceId || !startsAt || !month || form.isBusy) return;
    const wish = { serviceId, providerId: providerId ?? null, startsAt };
    const isMeant = moving
      ? this.#door.emit('portal-before-move', { ...wish, bookingId: moving.booking.id })
      : this.#door.emit('portal-before-book', wish);
    if (!isMeant) return;
    const chosen = findTime(month, startsAt);
    // Somebody who is free then: without a name, the API keeps the booking with its provider.
    const free = moving ? chosen?.time.providerIds ?? [] : [];
    const who = providerId ?? (free.includes(moving?.booking.provider.id ?? '') ? undefined : free[0]);
    const packageId = moving || !chosen || !slots.service || !this.#door.isSignedIn() ? undefined : this.packages.wishFor(slots.service, chosen.day.date);
    const wanted = { serviceId, providerId: who, startsAt, timeZone: month.timeZone, lang: this.#door.lang(), moving, fields: this.#flow.fields, packageId };
    try {
      const result = await this.#attempt.make(client, wanted);
      if (result) return this.#finish(result);
      if (Object.values(form.errors).some(Boolean)) this.#door.focus('.confirm [aria-invalid="true"]');
      else if (form.failure) this.#failed(form.failure);
    } catch (error) {
      await slots.refresh();
      const nearest = error instanceof PortalError ? error.nearest : [];
      if (chosen) this.refuse('justTaken', chosen, nearest);
    }
  }

  /** Another tab may have used up what was to pay: what is left is asked for again. */
  #failed(message: string): void {
    this.#door.emit('portal-error', { code: 'internal', message });
    void this.packages.load();
  }

  /** The kind of session, answered where the time is confirmed. */
  async chooseKind(serviceId: string): Promise<void> {
    const { slots } = this.#parts;
    const before = findTime(slots.month, slots.time);
    const isFree = await chooseService(slots, serviceId, slots.time);
    if (isFree || !before) return;
    this.refuse('notFreeForService', before);
  }

  /** A free time that may lie in another month. */
  async chooseNear(startsAt: string): Promise<void> {
    const { slots } = this.#parts;
    if (!findTime(slots.month, startsAt)) await slots.showMonth(civilDate(startsAt, slots.month?.timeZone).slice(0, 7));
    this.#flow.chooseTime(findTime(slots.month, startsAt)?.time.free ? startsAt : undefined);
    this.#door.focus(`[data-time="${startsAt}"]`);
  }

  async move(booking: Booking): Promise<void> {
    const { slots, appointments, form } = this.#parts;
    const linkToken = appointments.linkTokenOf(booking);
    this.#flow.refused = undefined;
    form.reset();
    appointments.show(undefined);
    this.#door.focus('[data-action="keep-old"]');
    await lookForAnother(slots, booking, linkToken);
  }

  keepOld(): void {
    const { slots, appointments } = this.#parts;
    const { moving } = slots;
    slots.moving = undefined;
    this.#flow.refused = undefined;
    if (moving) appointments.show({ booking: moving.booking, linkToken: moving.linkToken, how: 'opened', isInvited: false, email: undefined });
    this.#door.focus('#card-title');
    void slots.showMonth(undefined);
  }

  async cancel(booking: Booking): Promise<void> {
    const { appointments, slots } = this.#parts;
    const client = this.#door.client();
    if (!client || appointments.isBusy || !this.#door.emit('portal-before-cancel', factsOf(booking))) return;
    if (!await appointments.attempt(() => this.#sendCancel(client, booking))) return;
    // What was only held has never been told to the page.
    if (!booking.hold) this.#door.emit('portal-booking-cancelled', factsOf(booking));
    this.#door.announce(this.#door.say('cancelled'));
    this.#door.focus('#card-title');
    await Promise.all([appointments.load(), slots.refresh()]);
  }

  /** The file is asked for with the page's own key, so it cannot be a plain link. */
  async saveToCalendar(booking: Booking): Promise<void> {
    const { appointments } = this.#parts;
    await appointments.attempt(async () => {
      const file = await this.#door.client()?.bookings.calendarFile(booking.id, { linkToken: appointments.linkTokenOf(booking) });
      if (!file) return;
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: 'booking.ics' });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
  }

  async again(booking: Booking): Promise<void> {
    const { slots, appointments } = this.#parts;
    this.#flow.refused = undefined;
    appointments.show(undefined);
    await bookAgain(slots, booking);
    this.#door.focus(slots.time ? '.confirm button[type="submit"]' : '[data-action="next-free"]');
  }

  async pay(booking: Booking): Promise<void> {
    const { payHeld } = await import('./held-payment.ts');
    await payHeld(this.#door, this.#parts.appointments, booking);
  }

  /** Back from paying. */
  async awaitPayment(): Promise<void> {
    const { appointments, slots } = this.#parts;
    const { awaitPayment } = await import('./held-payment.ts');
    await awaitPayment(this.#door, appointments, (opened) => {
      appointments.show(opened);
      this.#door.announce(this.#door.say(opened.how === 'booked' ? 'booked' : 'lapsed'));
      this.#door.focus('#card-title');
      if (opened.how === 'booked') this.#door.emit('portal-booking-created', factsOf(opened.booking));
      void Promise.all([appointments.load(), slots.refresh()]);
    });
  }

  #finish(result: BookedResult | Booking): void {
    const { slots, appointments, form } = this.#parts;
    const isNew = 'booking' in result;
    const booking = isNew ? result.booking : result;
    const linkToken = isNew ? result.linkToken ?? undefined : slots.moving?.linkToken;
    const email = this.#door.isSignedIn() || !isNew ? undefined : form.details.email;
    slots.moving = undefined;
    this.packages.forget();
    this.#flow.chooseTime(undefined);
    this.#flow.refused = undefined;
    form.forgetNote();
    appointments.show({ booking, linkToken, how: isNew ? 'booked' : 'moved', isInvited: isNew && result.invited, email });
    this.#door.announce(this.#door.say(booking.hold ? 'held' : isNew ? 'booked' : 'moved'));
    this.#door.focus('#card-title');
    if (booking.hold) {
      void this.pay(booking);
      return;
    }
    this.#door.emit(isNew ? 'portal-booking-created' : 'portal-booking-moved', factsOf(booking));
    void appointments.load();
  }

  /** Says kindly that a time is gone, and offers the closest ones: the server's, else those on the screen. */
  refuse(key: 'justTaken' | 'notFreeForService', { time, day }: DayTime, nearest: readonly string[] = []): void {
    const { slots } = this.#parts;
    const { month } = slots;
    const sentence = this.#door.say(key, { time: time.label, day: day.name, service: slots.service?.name ?? '' });
    const near = month && nearest.length === 0 ? nearestFree(month, time.startsAt).map((one) => one.time.startsAt) : nearest;
    this.#flow.chooseTime(undefined);
    this.#flow.refused = { sentence, nearest: near.map((at) => ({ startsAt: at, ...this.#describe(at) })) };
    this.#door.announce(sentence);
    this.#door.focus('#refused-sentence');
  }

  async #sendCancel(client: PortalClient, booking: Booking): Promise<void> {
    const { appointments } = this.#parts;
    const { reason } = appointments;
    const linkToken = appointments.linkTokenOf(booking);
    try {
      const idempotencyKey = this.#cancelKey.of(booking.id + reason);
      const cancelled = await client.bookings.cancel(booking.id, { reason, lang: this.#door.lang() }, { linkToken, idempotencyKey });
      appointments.show({ booking: cancelled, linkToken, how: booking.hold ? 'lapsed' : 'cancelled', isInvited: false, email: undefined });
    } catch (error) {
      this.#cancelKey.failed(error);
      throw error;
    }
  }

  #describe(startsAt: string): { readonly label: string; readonly day: string } {
    const { month } = this.#parts.slots;
    const found = findTime(month, startsAt);
    if (found) return { label: found.time.label, day: found.day.name };
    const format = (options: Intl.DateTimeFormatOptions): string =>
      sayMoment(startsAt, this.#door.lang(), { ...options, timeZone: month?.timeZone });
    return { label: format({ timeStyle: 'short' }), day: format({ weekday: 'long', day: 'numeric', month: 'long' }) };
  }
}

const factsOf = ({ id, service, provider, startsAt }: Booking): BookingDetail =>
  ({ bookingId: id, serviceId: service.id, providerId: provider.id, startsAt });

/** `2026-11-27` by the clock of a zone. */
const civilDate = (instant: string, timeZone: string | undefined): string =>
  sayMoment(instant, 'en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
