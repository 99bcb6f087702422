import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { BookingStart } from '@portico/contract/booking-page.ts';
import type { Booking, SlotMonth } from '@portico/contract/bookings.ts';
import type { LiveMessage } from '@portico/contract/live.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { changedTimes, dayOf, findTime, firstFreeDay, touchesMonth } from './slot-month.ts';

/** A booking that is being given another time, and what opens it. */
export interface Moving {
  readonly booking: Booking;
  readonly linkToken: string | undefined;
}

export interface SlotsHost extends ReactiveControllerHost {
  /** Undefined while nobody said which business. */
  slotsClient(): PortalClient | undefined;
  /** What the page's owner has fixed or preselected. */
  slotsWish(): { readonly service: string | undefined; readonly provider: string | undefined; readonly month: string | undefined; readonly lang: string };
  /** The chosen time was taken by somebody else, or the times changed. */
  slotsChanged(taken: string | undefined): void;
  slotsArrived(start: BookingStart): void;
}

const tintMs = 1200;
const coalesceMs = 120;

/** The free times: which service, which month, which day and time is chosen, and what changes meanwhile. */
export class SlotsController implements ReactiveController {
  start: BookingStart | undefined;
  month: SlotMonth | undefined;
  error: PortalError | undefined;
  isBusy = false;
  serviceId: string | undefined;
  providerId: string | undefined;
  timeZone: string | undefined;
  date: string | undefined;
  time: string | undefined;
  changed: ReadonlySet<string> = new Set();
  moving: Moving | undefined;
  readonly #host: SlotsHost;
  #client: PortalClient | undefined;
  #abort: AbortController | undefined;
  #leaveLive: (() => void) | undefined;
  #pending: ReturnType<typeof setTimeout> | undefined;

  constructor(host: SlotsHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const client = this.#host.slotsClient();
    if (client !== this.#client) void this.load();
  }

  hostConnected(): void {
    if (this.#client) this.#listen(this.#client);
  }

  hostDisconnected(): void {
    this.#leaveLive?.();
    this.#leaveLive = undefined;
    clearTimeout(this.#pending);
  }

  get lang(): string {
    return this.#host.slotsWish().lang;
  }

  /** The first screen, from one answer. */
  async load(): Promise<void> {
    const client = this.#host.slotsClient();
    const isOther = client !== this.#client;
    this.#client = client;
    if (isOther) {
      this.start = undefined;
      this.month = undefined;
      this.#leaveLive?.();
      this.#leaveLive = undefined;
    }
    if (!client) return;
    const wish = this.#host.slotsWish();
    this.timeZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
    const start = await this.#ask((signal) => client.bookings.start({ service: wish.service, provider: wish.provider, month: wish.month, timeZone: this.timeZone, lang: wish.lang }, { signal }));
    if (!start) return;
    this.start = start;
    this.serviceId = start.month?.serviceId ?? start.services[0]?.id;
    this.providerId = start.month?.providerId ?? undefined;
    this.#show(start.month ?? undefined);
    this.#host.slotsArrived(start);
    this.#listen(client);
  }

  async showMonth(month: string | undefined, date?: string): Promise<void> {
    const client = this.#client;
    const service = this.serviceId;
    if (!client || !service) return;
    const moving = this.moving ? { moving: this.moving.booking.id } : {};
    const found = await this.#ask((signal) => client.bookings.month(
      { service, provider: this.providerId, month, timeZone: this.timeZone, lang: this.lang, ...moving }, { signal, linkToken: this.moving?.linkToken }));
    if (!found) return;
    this.#show(found, date);
  }

  /** The same month again, quietly; what changed is tinted for a second. */
  async refresh(): Promise<void> {
    const before = this.month;
    const chosen = this.time;
    await this.showMonth(before?.month, this.date);
    const after = this.month;
    if (!before || !after || before.month !== after.month || before === after) return;
    this.changed = changedTimes(before, after);
    if (this.changed.size > 0) setTimeout(() => { this.changed = new Set(); this.#host.requestUpdate(); }, tintMs);
    if (chosen && !findTime(after, chosen)?.time.free) this.#host.slotsChanged(chosen);
    else {
      this.time = chosen;
      if (this.changed.size > 0) this.#host.slotsChanged(undefined);
    }
    this.#host.requestUpdate();
  }

  chooseDay(date: string): void {
    this.date = date;
    this.time = undefined;
    this.#host.requestUpdate();
  }

  chooseTime(startsAt: string | undefined): void {
    this.time = startsAt;
    const found = findTime(this.month, startsAt);
    if (found) this.date = found.day.date;
    this.#host.requestUpdate();
  }

  async chooseService(id: string): Promise<void> {
    this.serviceId = id;
    const offered = this.start?.services.find((service) => service.id === id)?.providerIds ?? [];
    if (this.providerId && !offered.includes(this.providerId)) this.providerId = undefined;
    this.time = undefined;
    await this.showMonth(undefined);
  }

  async chooseProvider(id: string | undefined): Promise<void> {
    this.providerId = id;
    this.time = undefined;
    await this.showMonth(undefined);
  }

  async chooseZone(timeZone: string): Promise<void> {
    this.timeZone = timeZone;
    await this.showMonth(this.month?.month);
  }

  /** Looks for another time for a booking; undefined: back to booking. */
  async move(moving: Moving | undefined): Promise<void> {
    this.moving = moving;
    this.time = undefined;
    if (moving) {
      this.serviceId = moving.booking.service.id;
      this.providerId = moving.booking.provider.id;
    }
    await this.showMonth(moving?.booking.startsAt.slice(0, 7));
  }

  /** The same service with the same person, at the first free time. */
  async again(booking: Booking): Promise<void> {
    this.moving = undefined;
    this.serviceId = booking.service.id;
    const offered = this.start?.services.find((service) => service.id === booking.service.id)?.providerIds ?? [];
    this.providerId = offered.includes(booking.provider.id) ? booking.provider.id : undefined;
    await this.showMonth(undefined);
    this.chooseTime(dayOf(this.month as SlotMonth, this.date)?.times.find((time) => time.free)?.startsAt);
  }

  #show(month: SlotMonth | undefined, date?: string): void {
    this.month = month;
    this.time = undefined;
    if (month) this.date = (date !== undefined && dayOf(month, date) ? date : undefined) ?? firstFreeDay(month)?.date ?? (month.month === month.today.slice(0, 7) ? month.today : `${month.month}-01`);
    this.#host.requestUpdate();
  }

  async #ask<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Promise<Answer | undefined> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.isBusy = true;
    this.#host.requestUpdate();
    try {
      const answer = await ask(abort.signal);
      if (abort !== this.#abort) return undefined;
      this.error = undefined;
      return answer;
    } catch (error) {
      if (abort === this.#abort && !abort.signal.aborted) this.error = error instanceof PortalError ? error : new PortalError('internal', String(error));
      return undefined;
    } finally {
      if (abort === this.#abort) this.isBusy = false;
      this.#host.requestUpdate();
    }
  }

  #listen(client: PortalClient): void {
    this.#leaveLive ??= client.live.subscribe((message: LiveMessage) => {
      if (message.type !== 'slots.changed' || !this.month || !touchesMonth(this.month, message.from, message.until)) return;
      clearTimeout(this.#pending);
      this.#pending = setTimeout(() => void this.refresh(), coalesceMs);
    });
  }
}
