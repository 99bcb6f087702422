import type { PortalClient } from '@portico/client/portal-client.ts';
import type { PortalError } from '@portico/client/portal-error.ts';
import type { BookingStart } from '@portico/contract/bookings/booking-start.ts';
import type { Booking } from '@portico/contract/bookings/booking.ts';
import type { Service } from '@portico/contract/bookings/services.ts';
import type { SlotMonth } from '@portico/contract/bookings/slots.ts';
import type { ReactiveController } from 'lit';
import { ownZone } from '../base/own-zone.ts';
import type { BookingsDoor, Wish } from './bookings-door.ts';
import { LatestQuestion } from './latest-question.ts';
import { changedTimes, dayOf, findTime, firstFreeDay } from './slot-month.ts';
import { SlotsLive } from './slots-live.ts';

/** A booking that is being given another time, and what opens it. */
export interface Moving {
  readonly booking: Booking;
  readonly linkToken: string | undefined;
  /** Shown where it is not offered any more. */
  readonly service: Service;
}

export interface SlotsNews {
  /** The first screen is there. */
  arrived(start: BookingStart): void;
  /** Free times changed while somebody looked; `taken` is the chosen one, if it is gone. */
  changed(taken: string | undefined): void;
}

const tintMs = 1200;

/** The free times: of which service, with whom, which day and time is chosen, and what changes meanwhile. */
export class SlotsController implements ReactiveController {
  start: BookingStart | undefined;
  month: SlotMonth | undefined;
  serviceId: string | undefined;
  /** Undefined: anyone who is free. */
  providerId: string | undefined;
  /** The visitor has said what to book, so nobody asks again. */
  isServiceChosen = false;
  timeZone: string | undefined;
  date: string | undefined;
  time: string | undefined;
  changed: ReadonlySet<string> = new Set();
  moving: Moving | undefined;
  readonly #door: BookingsDoor;
  readonly #news: SlotsNews;
  #client: PortalClient | undefined;
  readonly #question: LatestQuestion;
  readonly #live = new SlotsLive(this);

  constructor(door: BookingsDoor, news: SlotsNews) {
    this.#door = door;
    this.#news = news;
    this.#question = new LatestQuestion(door);
    door.host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('online', this.#online);
    if (!this.#client || !this.start) return;
    this.#live.listen(this.#client);
    void this.refresh();
  }

  hostUpdate(): void {
    if (this.#door.client() !== this.#client) void this.load();
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.#online);
    this.#live.leave();
  }

  /** Why the last question the visitor asked has no answer. */
  get error(): PortalError | undefined {
    return this.#question.error;
  }

  /** Set when what is shown could not be renewed: the moment it is from. */
  get staleSince(): number | undefined {
    return this.#question.staleSince;
  }

  /** The visitor waits for an answer. */
  get isBusy(): boolean {
    return this.#question.isBusy;
  }

  get service(): Service | undefined {
    return this.start?.services.find((service) => service.id === this.serviceId) ?? this.moving?.service;
  }

  /** The first screen, from one answer. */
  async load(): Promise<void> {
    const client = this.#door.client();
    if (client !== this.#client) this.#forget(client);
    if (!client) return;
    const wish = this.#door.wish();
    const start = await this.#askStart(client, wish, () => this.load());
    if (!start) return;
    this.serviceId = start.month?.serviceId ?? start.services[0]?.id;
    this.providerId = start.month?.providerId ?? undefined;
    this.isServiceChosen = wish.service !== undefined;
    this.#show(start.month ?? undefined);
    this.#news.arrived(start);
    this.#live.listen(client);
  }

  /** The same once more, in the language that the page has now; what was chosen stays chosen. */
  async loadAgain(): Promise<void> {
    const [client, month] = [this.#client, this.month];
    if (!client || !month) return this.load();
    const wish = { service: this.serviceId, provider: this.providerId, month: month.month };
    const start = await this.#askStart(client, wish, () => this.loadAgain());
    if (start && this.moving) await this.showMonth(month.month, this.date);
    else if (start) this.#show(start.month ?? undefined, this.date, this.time);
  }

  /** Asks for a month (left out: that of the first free time) and shows it. Answers whether it came. */
  async showMonth(month: string | undefined, date?: string): Promise<boolean> {
    const found = await this.#askMonth(month, () => this.showMonth(month, date).then(() => undefined));
    if (found) this.#show(found, date);
    return found !== undefined;
  }

  /** The same month again, quietly; what changed is tinted for a second. */
  async refresh(): Promise<void> {
    const before = this.month;
    const chosen = this.time;
    if (!before || this.isBusy) return;
    const after = await this.#askMonth(before.month, undefined);
    if (!after || this.month !== before) return;
    this.#show(after, this.date, this.time);
    this.changed = changedTimes(before, after);
    if (this.changed.size > 0) setTimeout(() => this.#settle(), tintMs);
    const isTaken = chosen !== undefined && !findTime(after, chosen)?.time.free;
    if (isTaken || this.changed.size > 0) this.#news.changed(isTaken ? chosen : undefined);
  }

  /** Asks again what had no answer. */
  async retry(): Promise<void> {
    await (this.#question.again ?? (() => this.refresh()))();
  }

  chooseDay(date: string | undefined): void {
    this.date = date;
    this.time = undefined;
    this.#door.host.requestUpdate();
  }

  chooseTime(startsAt: string | undefined): void {
    this.time = startsAt;
    this.date = findTime(this.month, startsAt)?.day.date ?? this.date;
    this.#door.host.requestUpdate();
  }

  async chooseZone(timeZone: string): Promise<void> {
    this.timeZone = timeZone;
    await this.showMonth(this.month?.month);
  }

  #show(month: SlotMonth | undefined, date?: string, time?: string): void {
    this.month = month;
    this.time = time;
    if (month) {
      const asked = date !== undefined && dayOf(month, date) ? date : undefined;
      this.date = asked ?? firstFreeDay(month)?.date;
    }
    this.#door.host.requestUpdate();
  }

  #settle(): void {
    this.changed = new Set();
    this.#door.host.requestUpdate();
  }

  #forget(client: PortalClient | undefined): void {
    this.#client = client;
    this.#live.leave();
    this.start = undefined;
    this.month = undefined;
    this.moving = undefined;
    this.time = undefined;
  }

  async #askStart(client: PortalClient, wish: Wish, again: () => Promise<void>): Promise<BookingStart | undefined> {
    this.timeZone ??= ownZone();
    const query = { ...wish, timeZone: this.timeZone, lang: this.#door.lang() };
    const start = await this.#question.ask((signal) => client.bookings.start(query, { signal }), again);
    this.start = start ?? this.start;
    return start;
  }

  async #askMonth(month: string | undefined, again: (() => Promise<void>) | undefined): Promise<SlotMonth | undefined> {
    const { serviceId: service, providerId: provider, timeZone, moving } = this;
    const client = this.#client;
    if (!client || !service) return undefined;
    const query = { service, provider, month, timeZone, lang: this.#door.lang(), ...(moving && { moving: moving.booking.id }) };
    return this.#question.ask((signal) => client.bookings.month(query, { signal, linkToken: moving?.linkToken }), again);
  }

  readonly #online = (): void => {
    if (this.error || this.staleSince) void this.retry();
  };
}
