import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { BookedResult, Booking } from '@portico/contract/bookings/booking.ts';
import type { BookingFormController } from './booking-form-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';
import type { BookingsMessage } from './bookings-messages.ts';
import type { DetailField } from './confirm-time.template.ts';
import { IntentionKey } from './intention-key.ts';
import type { Moving } from './slots-controller.ts';

export interface Wanted {
  readonly serviceId: string;
  readonly providerId: string | undefined;
  readonly startsAt: string;
  readonly timeZone: string;
  readonly lang: string;
  readonly moving: Moving | undefined;
  readonly fields: readonly DetailField[];
  /** The package that pays, null: money; undefined: as the server does by itself. */
  readonly packageId: string | null | undefined;
}

/** What is wrong with an answer that the server refused. */
const refusals: Readonly<Record<DetailField, BookingsMessage>> = { name: 'nameMissing', email: 'emailMissing', phone: 'phoneMissing', note: 'notSent' };

/** Sends what was typed; one intention is sent once, however often it takes. */
export class BookingAttempt {
  readonly #door: BookingsDoor;
  readonly #form: BookingFormController;
  readonly #key = new IntentionKey();

  constructor(door: BookingsDoor, form: BookingFormController) {
    this.#door = door;
    this.#form = form;
  }

  /** Books or moves. Passes a `time_not_free` on; keeps everything else for the form to show. */
  async make(client: PortalClient, wanted: Wanted): Promise<BookedResult | Booking | undefined> {
    this.#form.become(true);
    try {
      return this.#refuses(wanted.fields) ? undefined : await this.#try(client, wanted);
    } finally {
      this.#form.become(false);
    }
  }

  async #try(client: PortalClient, wanted: Wanted): Promise<BookedResult | Booking | undefined> {
    const form = this.#form;
    form.failure = undefined;
    try {
      const result = await this.#send(client, wanted, this.#keyFor(wanted));
      this.#key.done();
      return result;
    } catch (error) {
      if (!(error instanceof PortalError)) {
        form.failure = this.#door.say('notSent');
        return undefined;
      }
      this.#key.failed(error);
      if (error.code === 'time_not_free') throw error;
      const known = error.fields.filter(({ field }) => field in form.details);
      form.errors = Object.fromEntries(known.map(({ field, message }) => [field, this.#door.explainField(message, refusals[field as DetailField])]));
      if (form.errors.note) form.isNoteOpen = true;
      form.failure = known.length > 0 ? undefined : this.#door.explain(error) ?? this.#door.say('notSent');
      return undefined;
    }
  }

  /** True when something is missing; the words stand next to the fields. */
  #refuses(fields: readonly DetailField[]): boolean {
    const { name, email, phone } = this.#form.details;
    const { say } = this.#door;
    this.#form.errors = {
      ...(fields.includes('name') && !name.trim() && { name: say('nameMissing') }),
      ...(fields.includes('email') && !/^\S+@\S+\.\S+$/.test(email.trim()) && { email: say('emailMissing') }),
      ...(fields.includes('phone') && !phone.trim() && { phone: say('phoneMissing') }),
    };
    return Object.keys(this.#form.errors).length > 0;
  }

  #keyFor(wanted: Wanted): string {
    const { serviceId, providerId, startsAt, moving, packageId } = wanted;
    return this.#key.of(JSON.stringify([serviceId, providerId, startsAt, wanted.timeZone, wanted.lang, moving?.booking.id, packageId, this.#form.details]));
  }

  #send(client: PortalClient, { moving, fields: _, packageId, ...time }: Wanted, idempotencyKey: string): Promise<BookedResult | Booking> {
    const { note, name, email, phone } = this.#form.details;
    const { startsAt, providerId, timeZone, lang } = time;
    if (moving) return client.bookings.move(moving.booking.id, { startsAt, timeZone, lang, ...(providerId && { providerId }) }, { linkToken: moving.linkToken, idempotencyKey });
    if (client.session.state === 'signed_in') return client.bookings.book({ ...time, note, ...(packageId !== undefined && { packageId }) }, { idempotencyKey });
    return client.bookings.bookAsGuest({ ...time, note, name: name.trim(), email: email.trim(), ...(phone.trim() && { phone: phone.trim() }) }, { idempotencyKey });
  }
}
