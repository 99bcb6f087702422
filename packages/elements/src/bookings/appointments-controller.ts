import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { ReactiveController } from 'lit';
import type { BookingsDoor } from './bookings-door.ts';

/** A booking shown by itself: just made, just changed, or opened from a link. */
export interface Opened {
  readonly booking: Booking;
  readonly linkToken: string | undefined;
  readonly how: 'booked' | 'moved' | 'opened' | 'cancelled' | 'lapsed';
  readonly isInvited: boolean;
  readonly email: string | undefined;
}

const firstPast = 5;
const morePast = 10;

/** The signed-in person's bookings, and the one booking that is open. */
export class AppointmentsController implements ReactiveController {
  /** Undefined until they have been asked for. */
  upcoming: readonly Booking[] | undefined;
  past: readonly Booking[] | undefined;
  pastCursor: string | null = null;
  opened: Opened | undefined;
  isOpening = false;
  /** The list could not be loaded. */
  listFailure: string | undefined;
  /** What was tried with one booking did not work. */
  failure: string | undefined;
  cancelling: string | undefined;
  reason = '';
  isBusy = false;
  /** Its element is in the page. */
  isShown = false;
  readonly #door: BookingsDoor;
  #client: PortalClient | undefined;
  #leaveLive: (() => void) | undefined;

  constructor(door: BookingsDoor) {
    this.#door = door;
    door.host.addController(this);
  }

  hostUpdate(): void {
    const client = this.#door.isSignedIn() ? this.#door.client() : undefined;
    if (client === this.#client) return;
    this.#client = client;
    this.#leaveLive?.();
    this.#leaveLive = undefined;
    this.upcoming = undefined;
    this.past = undefined;
    if (!client) return;
    void this.load();
    this.#leaveLive = client.live.subscribe((message) => {
      if (message.type === 'booking.changed') void this.#renew(message.bookingId);
    });
  }

  hostConnected(): void {
    this.isShown = true;
  }

  hostDisconnected(): void {
    this.isShown = false;
    this.#leaveLive?.();
    this.#leaveLive = undefined;
    this.#client = undefined;
  }

  /** What comes next first; what was can wait. */
  async load(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    const lang = this.#door.lang();
    this.listFailure = undefined;
    try {
      const upcoming = await client.bookings.list({ when: 'upcoming', lang });
      if (client !== this.#client) return;
      this.upcoming = upcoming.items;
      this.#door.host.requestUpdate();
      const past = await client.bookings.list({ when: 'past', limit: firstPast, lang });
      if (client !== this.#client) return;
      this.past = past.items;
      this.pastCursor = past.nextCursor;
    } catch (error) {
      this.listFailure = this.#explain(error);
    }
    this.#door.host.requestUpdate();
  }

  async more(): Promise<void> {
    const [client, cursor] = [this.#client, this.pastCursor];
    if (!client || cursor === null) return;
    await this.attempt(async () => {
      const page = await client.bookings.list({ when: 'past', cursor, limit: morePast, lang: this.#door.lang() });
      this.past = [...this.past ?? [], ...page.items];
      this.pastCursor = page.nextCursor;
    });
  }

  /** A deep link. Answers whether the booking could be opened. */
  async open(id: string, linkToken: string | undefined): Promise<boolean> {
    const client = this.#door.client();
    if (!client) return false;
    this.isOpening = true;
    const isThere = await this.attempt(async () => {
      const booking = await client.bookings.read(id, { linkToken, lang: this.#door.lang() });
      this.show({ booking, linkToken, how: 'opened', isInvited: false, email: undefined });
    });
    this.isOpening = false;
    return isThere;
  }

  show(opened: Opened | undefined): void {
    this.opened = opened;
    this.askCancel(undefined);
  }

  askCancel(booking: Booking | undefined): void {
    this.cancelling = booking?.id;
    this.reason = '';
    this.failure = undefined;
    this.#door.host.requestUpdate();
  }

  linkTokenOf(booking: Booking): string | undefined {
    return this.opened?.booking.id === booking.id ? this.opened.linkToken : undefined;
  }

  /** What is on the screen, in the page's new language. */
  async readAgain(): Promise<void> {
    const { opened } = this;
    const client = this.#door.client();
    const booking = opened && await client?.bookings.read(opened.booking.id, { linkToken: opened.linkToken, lang: this.#door.lang() }).catch(() => undefined);
    if (booking && this.opened === opened) this.opened = { ...opened, booking };
    if (this.upcoming) return this.load();
    this.#door.host.requestUpdate();
  }

  /** Somebody else changed a booking that may be on the screen. */
  async #renew(bookingId: string): Promise<void> {
    const { opened } = this;
    if (opened?.booking.id === bookingId && !this.isBusy && !this.cancelling) {
      const booking = await this.#client?.bookings.read(bookingId, { lang: this.#door.lang() }).catch(() => undefined);
      if (booking && this.opened === opened) this.opened = { ...opened, booking };
    }
    await this.load();
  }

  /** Tries something with one booking. Answers whether it worked; if not, `failure` says why. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    this.failure = undefined;
    this.#door.host.requestUpdate();
    try {
      await work();
      return true;
    } catch (error) {
      this.failure = this.#explain(error);
      return false;
    } finally {
      this.isBusy = false;
      this.#door.host.requestUpdate();
    }
  }

  #explain(error: unknown): string {
    const { code, message } = error instanceof PortalError ? error : new PortalError('internal', this.#door.say('failedList'));
    this.#door.emit('portal-error', { code, message });
    return this.#door.explain(error) ?? message;
  }
}
