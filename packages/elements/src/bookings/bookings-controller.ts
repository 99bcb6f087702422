import { PortalError } from '@portico/client/portal-error.ts';
import type { BookedResult, Booking } from '@portico/contract/bookings/booking.ts';
import { clearRoute } from '../base/hash-route.ts';
import type { AppointmentsController } from './appointments-controller.ts';
import type { BookingFormController } from './booking-form-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';
import type { BookingDetail } from './bookings-events.ts';
import type { BookingsMessage } from './bookings-messages.ts';
import type { DetailField } from './confirm-time.template.ts';
import type { RefusedTime } from './refused-time.template.ts';
import { sayMoment } from '../base/say-moment.ts';
import { dayOf, findTime, freeTimesOf, nearestFree } from './slot-month.ts';
import type { SlotsController } from './slots-controller.ts';

export interface BookingsParts {
  readonly slots: SlotsController;
  readonly appointments: AppointmentsController;
  readonly form: BookingFormController;
}

/** The way of one booking: time chosen → details → booked, refused, moved, cancelled, booked again. */
export class BookingsController {
  refused: RefusedTime | undefined;
  /** What a link could not open. */
  notice: string | undefined;
  readonly #door: BookingsDoor;
  readonly #parts: BookingsParts;
  /** The booking that the address names, for as long as it does. */
  #linked: string | undefined;

  constructor(door: BookingsDoor, parts: BookingsParts) {
    this.#door = door;
    this.#parts = parts;
  }

  /** What a guest is asked; nobody who is known is asked anything. */
  get fields(): readonly DetailField[] {
    const { slots } = this.#parts;
    if (slots.moving) return [];
    if (this.#door.isSignedIn()) return ['note'];
    return ['name', 'email', ...(slots.start?.business.phoneRequired ? ['phone' as const] : []), 'note'];
  }

  chooseDay(date: string): void {
    const { slots } = this.#parts;
    this.refused = undefined;
    slots.chooseDay(date);
    const day = dayOf(slots.month, date);
    const count = freeTimesOf(day).length;
    if (day) this.#door.announce(this.#door.say('dayFree', { day: day.name, free: this.#door.say(count === 0 ? 'noneFree' : 'freeTimes', { count }) }));
  }

  chooseTime(startsAt: string | undefined): void {
    if (startsAt) this.refused = undefined;
    this.#parts.form.reset();
    this.#parts.slots.chooseTime(startsAt);
  }

  /** Another month, at its first free day or at the one that is asked for. */
  async turnTo(month: string, date?: string): Promise<void> {
    const { slots } = this.#parts;
    this.refused = undefined;
    if (month === slots.month?.month && date) return this.chooseDay(date);
    if (!await slots.showMonth(month, date) || !slots.month) return;
    const count = slots.month.days.filter((day) => day.times.some((time) => time.free)).length;
    const days = this.#door.say(count === 0 ? 'noneFree' : 'freeDays', { count });
    this.#door.announce(this.#door.say('monthLoaded', { month: slots.month.monthName, days }));
  }

  /** A free time that may lie in another month. */
  async chooseNear(startsAt: string): Promise<void> {
    const { slots } = this.#parts;
    if (!findTime(slots.month, startsAt)) await slots.showMonth(civilDate(startsAt, slots.month?.timeZone).slice(0, 7));
    this.chooseTime(findTime(slots.month, startsAt)?.time.free ? startsAt : undefined);
    this.#door.focus(`[data-time="${startsAt}"]`);
  }

  /** The kind of session, answered where the time is confirmed. */
  async chooseKind(serviceId: string): Promise<void> {
    const { slots } = this.#parts;
    const before = findTime(slots.month, slots.time);
    const isFree = await slots.chooseService(serviceId, slots.time);
    if (isFree || !before) return;
    this.#refuse('notFreeForService', before.time.startsAt, before.time.label, before.day.name);
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
    const wanted = { serviceId, providerId: who, startsAt, timeZone: month.timeZone, lang: this.#door.lang(), moving, fields: this.fields };
    try {
      const result = await form.submit(client, wanted);
      if (result) return this.#finish(result);
      if (Object.values(form.errors).some(Boolean)) this.#door.focus('.confirm [aria-invalid="true"]');
      else if (form.failure) this.#door.emit('portal-error', { code: 'internal', message: form.failure });
    } catch (error) {
      await slots.refresh();
      const nearest = error instanceof PortalError ? error.nearest : [];
      this.#refuse('justTaken', startsAt, chosen?.time.label ?? '', chosen?.day.name ?? '', nearest);
    }
  }

  /** News from elsewhere while somebody looks. */
  timesChanged(taken: string | undefined): void {
    const { slots, form } = this.#parts;
    // Our own booking may be what took it: its answer says so in a moment.
    if (form.isBusy) return;
    const gone = findTime(slots.month, taken);
    if (taken && gone) this.#refuse('justTaken', taken, gone.time.label, gone.day.name);
    else if (taken) this.chooseTime(undefined);
    else this.#door.announce(this.#door.say('timesChanged'));
  }

  async move(booking: Booking): Promise<void> {
    const { slots, appointments, form } = this.#parts;
    const linkToken = appointments.linkTokenOf(booking);
    this.refused = undefined;
    form.reset();
    appointments.show(undefined);
    this.#door.focus('[data-action="keep-old"]');
    await slots.move({ booking, linkToken });
  }

  keepOld(): void {
    const { slots, appointments } = this.#parts;
    const { moving } = slots;
    this.refused = undefined;
    if (moving) appointments.show({ ...moving, how: 'opened', isInvited: false, email: undefined });
    this.#door.focus('#card-title');
    void slots.move(undefined);
  }

  async cancel(booking: Booking): Promise<void> {
    const { appointments, slots } = this.#parts;
    if (!this.#door.emit('portal-before-cancel', factsOf(booking))) return;
    const cancelled = await appointments.cancel(booking);
    if (!cancelled) return;
    this.#door.emit('portal-booking-cancelled', factsOf(cancelled));
    this.#door.announce(this.#door.say('cancelled'));
    this.#door.focus('#card-title');
    await Promise.all([appointments.load(), slots.refresh()]);
  }

  async again(booking: Booking): Promise<void> {
    const { slots, appointments } = this.#parts;
    this.refused = undefined;
    appointments.show(undefined);
    await slots.again(booking);
    this.#door.focus(slots.time ? '.confirm button[type="submit"]' : '[data-action="next-free"]');
  }

  another(): void {
    const { slots, appointments } = this.#parts;
    appointments.show(undefined);
    // So that the same link opens it again.
    if (this.#linked) clearRoute();
    this.#linked = undefined;
    this.#door.focus('.day.selected');
    void slots.showMonth(undefined);
  }

  /** The server's labels come again in the page's new language; sentences of the old one go. */
  languageChanged(): void {
    const { slots, appointments, form } = this.#parts;
    this.refused = undefined;
    this.notice = undefined;
    form.reset();
    void slots.loadAgain();
    void appointments.readAgain();
  }

  /** A link of a mail: with a token for who has no sign-in. */
  async openLink(id: string, linkToken: string | undefined): Promise<void> {
    this.#linked = linkToken ? undefined : id;
    this.notice = undefined;
    if (!linkToken && !this.#door.isSignedIn()) this.notice = this.#door.say('signInToSee');
    else if (!await this.#parts.appointments.open(id, linkToken)) this.notice = this.#door.say('linkGone');
    if (this.notice) this.#door.announce(this.notice);
    else this.#door.focus('#card-title');
  }

  /** The address names no booking any more, as after the back button: what it had opened closes. */
  closeLink(): void {
    const { appointments } = this.#parts;
    const { opened } = appointments;
    if (this.#linked && opened?.booking.id === this.#linked) appointments.show(undefined);
    if (this.#linked) this.notice = undefined;
    this.#linked = undefined;
  }

  #finish(result: BookedResult | Booking): void {
    const { slots, appointments, form } = this.#parts;
    const isNew = 'booking' in result;
    const booking = isNew ? result.booking : result;
    const linkToken = isNew ? result.linkToken ?? undefined : slots.moving?.linkToken;
    const email = this.#door.isSignedIn() || !isNew ? undefined : form.details.email;
    slots.moving = undefined;
    this.chooseTime(undefined);
    this.refused = undefined;
    form.forgetNote();
    appointments.show({ booking, linkToken, how: isNew ? 'booked' : 'moved', isInvited: isNew && result.invited, email });
    this.#door.announce(this.#door.say(isNew ? 'booked' : 'moved'));
    this.#door.focus('#card-title');
    this.#door.emit(isNew ? 'portal-booking-created' : 'portal-booking-moved', factsOf(booking));
    void appointments.load();
  }

  /** Says kindly that a time is gone, and offers the closest ones: the server's, else those on the screen. */
  #refuse(key: BookingsMessage, startsAt: string, time: string, day: string, nearest: readonly string[] = []): void {
    const { slots } = this.#parts;
    const { month } = slots;
    const sentence = this.#door.say(key, { time, day, service: slots.service?.name ?? '' });
    const near = month && nearest.length === 0 ? nearestFree(month, startsAt).map((one) => one.time.startsAt) : nearest;
    this.chooseTime(undefined);
    this.refused = { sentence, nearest: near.map((at) => ({ startsAt: at, ...this.#describe(at) })) };
    this.#door.announce(sentence);
    this.#door.focus('#refused-sentence');
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
