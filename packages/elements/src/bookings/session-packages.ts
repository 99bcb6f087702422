import type { ClientPackage } from '@portico/contract/invoices/packages.ts';
import type { Service } from '@portico/contract/bookings/services.ts';
import type { BookingsController } from './bookings-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';

/** What somebody wants to pay with, once they have said so: a package's id, or money. */
type Wish = string | null;

/** Nobody waits longer for the sake of a sentence. */
const longestWait = 3000;

const known = new WeakMap<BookingsController, SessionPackages>();

/** The packages of whoever books; undefined until somebody is about to pay for something. */
export const packagesOf = (flow: BookingsController): SessionPackages | undefined => known.get(flow);

/** Which package pays for what is being booked. The server has the last word; this only lets people see and choose. */
export class SessionPackages {
  /** Undefined until they have been asked for. */
  own: readonly ClientPackage[] | undefined;
  #wish: Wish | undefined;
  /** The time that they were asked for. */
  #askedFor: string | undefined;
  readonly #door: BookingsDoor;

  constructor(door: BookingsDoor, flow: BookingsController) {
    this.#door = door;
    known.set(flow, this);
  }

  /** Asks anew for each chosen time: another tab may have used one up. */
  lookFor(startsAt: string): void {
    if (this.#askedFor === startsAt) return;
    this.#askedFor = startsAt;
    void this.load();
  }

  async load(): Promise<void> {
    const client = this.#door.client();
    const patience = setTimeout(() => this.#know([]), longestWait);
    const answer = await client?.invoices.packages({ lang: this.#door.lang() }).catch(() => undefined);
    clearTimeout(patience);
    if (answer) this.own = answer.own;
    this.#know([]);
  }

  /** Without an answer nothing is promised: the server decides as it always does. */
  #know(otherwise: readonly ClientPackage[]): void {
    this.own ??= otherwise;
    this.#door.host.requestUpdate();
  }

  /** Who has signed out, or booked: nothing is known any more. */
  forget(): void {
    this.own = this.#askedFor = this.#wish = undefined;
  }

  /** Those that pay for a service on a day, what ends first first. */
  covering({ id, priceMinor }: Service, date: string): readonly ClientPackage[] {
    if (priceMinor === 0) return [];
    const fits = ({ state, serviceIds, expiresOn }: ClientPackage): boolean => state === 'active' && (serviceIds.length === 0 || serviceIds.includes(id)) && (expiresOn === null || expiresOn >= date);
    return (this.own ?? []).filter(fits).sort((one, other) => (one.expiresOn ?? '9999').localeCompare(other.expiresOn ?? '9999') || one.boughtAt.localeCompare(other.boughtAt));
  }

  /** The one that pays: the first, unless somebody chose another or money. */
  chosen(service: Service, date: string): ClientPackage | undefined {
    const covering = this.covering(service, date);
    return this.#wish === null ? undefined : covering.find(({ id }) => id === this.#wish) ?? covering[0];
  }

  choose(wish: Wish): void {
    this.#wish = wish;
    this.#door.host.requestUpdate();
  }

  /** What to tell the server; undefined: nothing is known, so it decides. */
  wishFor(service: Service, date: string): Wish | undefined {
    if (this.covering(service, date).length === 0) return undefined;
    return this.chosen(service, date)?.id ?? null;
  }
}
