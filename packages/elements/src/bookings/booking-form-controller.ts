import type { BookingsDoor } from './bookings-door.ts';
import type { DetailField, Details } from './confirm-time.template.ts';

/** What a guest types, and what is wrong with it. */
export class BookingFormController {
  details: Details = { name: '', email: '', phone: '', note: '' };
  errors: Readonly<Partial<Record<string, string>>> = {};
  failure: string | undefined;
  isNoteOpen = false;
  isBusy = false;
  readonly #door: BookingsDoor;

  constructor(door: BookingsDoor) {
    this.#door = door;
  }

  type(field: DetailField, value: string): void {
    this.details = { ...this.details, [field]: value };
    this.errors = { ...this.errors, [field]: undefined };
    this.#door.host.requestUpdate();
  }

  openNote(): void {
    this.isNoteOpen = true;
    this.#door.host.requestUpdate();
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

  /** Fills in what is known, as long as nobody typed something else. */
  suggest(field: 'name' | 'email', value: string | undefined, before: string | undefined): void {
    const { [field]: typed } = this.details;
    if (!typed || typed === before) this.details = { ...this.details, [field]: value ?? '' };
  }

  /** Between sending and the answer. */
  become(isBusy: boolean): void {
    this.isBusy = isBusy;
    this.#door.host.requestUpdate();
  }
}
