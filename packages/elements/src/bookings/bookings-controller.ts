import { clearRoute } from '../base/hash-route.ts';
import type { AppointmentsController } from './appointments-controller.ts';
import type { BookingActs } from './booking-acts.ts';
import type { BookingFormController } from './booking-form-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';
import type { DetailField } from './confirm-time.template.ts';
import type { RefusedTime } from './refused-time.template.ts';
import { dayOf, findTime, freeTimesOf } from './slot-month.ts';
import type { SlotsController } from './slots-controller.ts';

export interface BookingsParts {
  readonly slots: SlotsController;
  readonly appointments: AppointmentsController;
  readonly form: BookingFormController;
}

/** What leads up to a booking: days, times, links, news from elsewhere. What follows is `BookingActs`. */
export class BookingsController {
  refused: RefusedTime | undefined;
  /** What a link could not open. */
  notice: string | undefined;
  /** It may open for who signs in. */
  asksSignIn = false;
  readonly #door: BookingsDoor;
  readonly #parts: BookingsParts;
  #acts: BookingActs | undefined;
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

  /** Does what an act leads to. Its code has mostly come by then, and else comes now. */
  async act(work: (acts: BookingActs) => unknown): Promise<void> {
    try {
      this.#acts ??= new (await this.#door.answers()).BookingActs(this.#door, this, this.#parts);
    } catch {
      this.notice = this.#door.say('offline');
      this.#parts.appointments.failure = this.notice;
      return this.#door.announce(this.notice);
    }
    await work(this.#acts);
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

  /** News from elsewhere while somebody looks. */
  timesChanged(taken: string | undefined): void {
    const { slots, form } = this.#parts;
    // Our own booking may be what took it: its answer says so in a moment.
    if (form.isBusy) return;
    const gone = findTime(slots.month, taken);
    if (taken && gone) void this.act((acts) => acts.refuse('justTaken', gone));
    else if (taken) this.chooseTime(undefined);
    else this.#door.announce(this.#door.say('timesChanged'));
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
  languageChanged(): Promise<unknown> {
    const { slots, appointments, form } = this.#parts;
    this.refused = undefined;
    this.notice = undefined;
    form.reset();
    return Promise.all([slots.loadAgain(), appointments.readAgain()]);
  }

  /** A link of a mail: with a token for who has no sign-in. */
  async openLink(id: string, linkToken: string | undefined): Promise<void> {
    this.#linked = linkToken ? undefined : id;
    this.notice = undefined;
    const kept = await import('./kept-link.ts');
    const key = linkToken ?? kept.keptLink(id);
    this.asksSignIn = !key && !this.#door.isSignedIn();
    if (this.asksSignIn) this.notice = this.#door.say('signInToSee');
    else if (!await this.#parts.appointments.open(id, key)) this.notice = this.#door.say('linkGone');
    if (this.notice) this.#door.announce(this.notice);
    else this.#door.focus('#card-title');
    const { opened } = this.#parts.appointments;
    if (opened?.booking.id === id && (opened.booking.hold || kept.isPaying(id))) void this.act((acts) => acts.awaitPayment());
  }

  /** The address names no booking any more, as after the back button: what it had opened closes. */
  closeLink(): void {
    const { appointments } = this.#parts;
    const { opened } = appointments;
    if (this.#linked && opened?.booking.id === this.#linked) appointments.show(undefined);
    if (this.#linked) this.notice = undefined;
    this.#linked = undefined;
  }
}
