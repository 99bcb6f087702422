import type { Booking } from '@portico/contract/bookings/booking.ts';
import { clearRoute } from '../base/hash-route.ts';
import type { AppointmentsController } from './appointments-controller.ts';
import { factsOf } from './booking-facts.ts';
import type { BookingFormController } from './booking-form-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';
import type { DetailField } from './confirm-time.template.ts';
import type { Refusal } from './refusal.ts';
import type { RefusedTime } from './refused-time.template.ts';
import { dayOf, findTime, freeTimesOf } from './slot-month.ts';
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

  async submit(): Promise<void> {
    // Has come with the form itself, as has what refuses a time.
    const { submitBooking } = await import('./answers-view.ts');
    await submitBooking(this, this.#door, this.#parts);
  }

  /** News from elsewhere while somebody looks. */
  timesChanged(taken: string | undefined): void {
    const { slots, form } = this.#parts;
    // Our own booking may be what took it: its answer says so in a moment.
    if (form.isBusy) return;
    const gone = findTime(slots.month, taken);
    if (taken && gone) void this.refuse({ key: 'justTaken', startsAt: taken, time: gone.time.label, day: gone.day.name });
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

  /** Says kindly that a time is gone, and offers the closest ones. */
  async refuse(refusal: Refusal): Promise<void> {
    const { refusedBy } = await import('./answers-view.ts');
    // Meanwhile the answer to a booking may have said it, and knows the nearest times better.
    if (!this.refused) this.showRefused(refusedBy(this.#door, this.#parts.slots, refusal));
  }

  showRefused(refused: RefusedTime): void {
    this.chooseTime(undefined);
    this.refused = refused;
    this.#door.announce(refused.sentence);
    this.#door.focus('#refused-sentence');
  }
}
