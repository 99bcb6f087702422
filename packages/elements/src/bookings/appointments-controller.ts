import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { Booking } from '@portico/contract/bookings.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A booking shown by itself: just made, just changed, or opened from a link. */
export interface Opened {
  readonly booking: Booking;
  readonly linkToken: string | undefined;
  readonly how: 'booked' | 'moved' | 'opened' | 'cancelled';
  readonly isInvited: boolean;
  readonly email: string | undefined;
}

export interface AppointmentsHost extends ReactiveControllerHost {
  slotsClient(): PortalClient | undefined;
  appointmentCancelled(booking: Booking): void;
}

/** The signed-in person's bookings, and the one booking that is open. */
export class AppointmentsController implements ReactiveController {
  upcoming: readonly Booking[] | undefined;
  past: readonly Booking[] = [];
  pastCursor: string | null = null;
  opened: Opened | undefined;
  failure: string | undefined;
  cancelling: string | undefined;
  reason = '';
  isBusy = false;
  readonly #host: AppointmentsHost;
  #key: string | undefined;
  #leaveLive: (() => void) | undefined;

  constructor(host: AppointmentsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const client = this.#host.slotsClient();
    const key = client?.session.state === 'signed_in' ? client.business : undefined;
    if (key === this.#key) return;
    this.#key = key;
    this.#leaveLive?.();
    this.#leaveLive = undefined;
    this.upcoming = undefined;
    this.past = [];
    if (!client || !key) return;
    void this.load();
    this.#leaveLive = client.live.subscribe((message) => {
      if (message.type === 'booking.changed') void this.load();
    });
  }

  hostDisconnected(): void {
    this.#leaveLive?.();
    this.#leaveLive = undefined;
    this.#key = undefined;
  }

  async load(): Promise<void> {
    const client = this.#host.slotsClient();
    if (!client || client.session.state !== 'signed_in') return;
    await this.#try(async () => {
      const [upcoming, past] = await Promise.all([client.bookings.list({ when: 'upcoming' }), client.bookings.list({ when: 'past', limit: 5 })]);
      this.upcoming = upcoming.items;
      this.past = past.items;
      this.pastCursor = past.nextCursor;
    });
  }

  async more(): Promise<void> {
    const client = this.#host.slotsClient();
    const cursor = this.pastCursor;
    if (!client || cursor === null) return;
    await this.#try(async () => {
      const page = await client.bookings.list({ when: 'past', cursor, limit: 10 });
      this.past = [...this.past, ...page.items];
      this.pastCursor = page.nextCursor;
    });
  }

  /** A deep link. Answers whether the booking could be opened. */
  async open(id: string, linkToken: string | undefined): Promise<boolean> {
    const client = this.#host.slotsClient();
    if (!client) return false;
    return this.#try(async () => {
      this.show({ booking: await client.bookings.read(id, { linkToken }), linkToken, how: 'opened', isInvited: false, email: undefined });
    });
  }

  show(opened: Opened | undefined): void {
    this.opened = opened;
    this.failure = undefined;
    this.cancelling = undefined;
    this.#host.requestUpdate();
  }

  askCancel(booking: Booking | undefined): void {
    this.cancelling = booking?.id;
    this.reason = '';
    this.failure = undefined;
    this.#host.requestUpdate();
  }

  async cancel(booking: Booking): Promise<void> {
    const client = this.#host.slotsClient();
    if (!client) return;
    const linkToken = this.opened?.booking.id === booking.id ? this.opened.linkToken : undefined;
    const isDone = await this.#try(async () => {
      const cancelled = await client.bookings.cancel(booking.id, { reason: this.reason }, { linkToken });
      this.show({ booking: cancelled, linkToken, how: 'cancelled', isInvited: false, email: undefined });
    });
    if (!isDone) return;
    this.#host.appointmentCancelled(booking);
    await this.load();
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      await work();
      return true;
    } catch (error) {
      this.failure = error instanceof PortalError ? error.detail : String(error);
      return false;
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
  }
}
