import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { BookedResult, Booking } from '@portico/contract/bookings/booking.ts';
import type { ReactiveControllerHost } from 'lit';
import type { DetailField, Details } from './confirm-time.template.ts';
import type { BookingsMessage } from './bookings-messages.ts';
import type { Moving } from './slots-controller.ts';

export interface Wanted {
  readonly serviceId: string;
  readonly providerId: string | undefined;
  readonly startsAt: string;
  readonly timeZone: string;
  readonly lang: string;
  readonly moving: Moving | undefined;
  readonly fields: readonly DetailField[];
}

/** What a guest types, and the one attempt to book it. */
export class BookingFormController {
  details: Details = { name: '', email: '', phone: '', note: '' };
  errors: Readonly<Partial<Record<string, string>>> = {};
  failure: string | undefined;
  isNoteOpen = false;
  isBusy = false;
  readonly #host: ReactiveControllerHost;
  readonly #say: (key: BookingsMessage) => string;
  /** One key for one intention: trying again after a lost answer books once. */
  #key: { readonly wanted: string; readonly key: string } | undefined;

  constructor(host: ReactiveControllerHost, say: (key: BookingsMessage) => string) {
    this.#host = host;
    this.#say = say;
  }

  type(field: DetailField, value: string): void {
    this.details = { ...this.details, [field]: value };
    this.errors = { ...this.errors, [field]: undefined };
    this.#host.requestUpdate();
  }

  openNote(): void {
    this.isNoteOpen = true;
    this.#host.requestUpdate();
  }

  reset(): void {
    this.errors = {};
    this.failure = undefined;
  }

  /** A note belongs to one booking; name and address stay for the next. */
  forgetNote(): void {
    this.details = { ...this.details, note: '' };
    this.isNoteOpen = false;
    this.reset();
  }

  /** True when something is missing; the words stand next to the fields. */
  #refuses(fields: readonly DetailField[]): boolean {
    const { name, email, phone } = this.details;
    this.errors = {
      ...(fields.includes('name') && !name.trim() && { name: this.#say('nameMissing') }),
      ...(fields.includes('email') && !/^\S+@\S+\.\S+$/.test(email.trim()) && { email: this.#say('emailMissing') }),
      ...(fields.includes('phone') && !phone.trim() && { phone: this.#say('phoneMissing') }),
    };
    this.#host.requestUpdate();
    return Object.keys(this.errors).length > 0;
  }

  /** Fills in what is known, as long as nobody typed something else. */
  suggest(field: 'name' | 'email', value: string | undefined, before: string | undefined): void {
    const { [field]: typed } = this.details;
    if (!typed || typed === before) this.details = { ...this.details, [field]: value ?? '' };
  }

  /** Books or moves. Passes a `time_not_free` on; keeps everything else for the form to show. */
  async submit(client: PortalClient, wanted: Wanted): Promise<BookedResult | Booking | undefined> {
    if (this.isBusy || this.#refuses(wanted.fields)) return undefined;
    this.isBusy = true;
    this.failure = undefined;
    this.#host.requestUpdate();
    try {
      const result = await this.#send(client, wanted, this.#keyFor(wanted));
      this.#key = undefined;
      return result;
    } catch (error) {
      if (!(error instanceof PortalError)) {
        this.failure = this.#say('notSent');
        return undefined;
      }
      // What was refused was not done, so another try is another intention.
      if (error.code !== 'unreachable') this.#key = undefined;
      if (error.code === 'time_not_free') throw error;
      const known = error.fields.filter(({ field }) => field in this.details);
      this.errors = Object.fromEntries(known.map(({ field, message }) => [field, message]));
      if (this.errors.note) this.isNoteOpen = true;
      this.failure = known.length > 0 ? undefined : error.detail || this.#say('notSent');
      return undefined;
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
  }

  #keyFor(wanted: Wanted): string {
    const { serviceId, providerId, startsAt, moving } = wanted;
    const text = JSON.stringify([serviceId, providerId, startsAt, wanted.timeZone, wanted.lang, moving?.booking.id, this.details]);
    if (this.#key?.wanted !== text) this.#key = { wanted: text, key: crypto.randomUUID() };
    return this.#key.key;
  }

  #send(client: PortalClient, { moving, fields: _, ...time }: Wanted, idempotencyKey: string): Promise<BookedResult | Booking> {
    const { note, name, email, phone } = this.details;
    const { startsAt, providerId, timeZone, lang } = time;
    if (moving) return client.bookings.move(moving.booking.id, { startsAt, timeZone, lang, ...(providerId && { providerId }) }, { linkToken: moving.linkToken, idempotencyKey });
    if (client.session.state === 'signed_in') return client.bookings.book({ ...time, note }, { idempotencyKey });
    return client.bookings.bookAsGuest({ ...time, note, name: name.trim(), email: email.trim(), ...(phone.trim() && { phone: phone.trim() }) }, { idempotencyKey });
  }
}
