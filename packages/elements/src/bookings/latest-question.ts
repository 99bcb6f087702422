import { PortalError } from '@portico/client/portal-error.ts';
import type { BookingsDoor } from './bookings-door.ts';

/** One question at a time: a newer one makes the older one's answer worthless. */
export class LatestQuestion {
  error: PortalError | undefined;
  /** When the last answer came, if it could not be renewed since. */
  staleSince: number | undefined;
  isBusy = false;
  /** How the visitor may repeat what had no answer. */
  again: (() => Promise<void>) | undefined;
  readonly #door: BookingsDoor;
  #abort: AbortController | undefined;
  #answeredAt = 0;

  constructor(door: BookingsDoor) {
    this.#door = door;
  }

  /** `again`: how the visitor may repeat it; left out for quiet ones, which only make what is shown stale. */
  async ask<Answer>(ask: (signal: AbortSignal) => Promise<Answer>, again: (() => Promise<void>) | undefined): Promise<Answer | undefined> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.isBusy = again !== undefined;
    this.#door.host.requestUpdate();
    try {
      const answer = await ask(signal);
      if (signal.aborted) return undefined;
      this.#answeredAt = Date.now();
      this.#become({});
      return answer;
    } catch (cause) {
      if (signal.aborted) return undefined;
      const error = cause instanceof PortalError ? cause : new PortalError('internal', this.#door.say('failed'), { cause });
      this.#become(again ? { error, again } : { staleSince: this.#answeredAt });
      this.#door.emit('portal-error', { code: error.code, message: error.message });
      return undefined;
    }
  }

  #become({ error, again, staleSince }: { error?: PortalError; again?: () => Promise<void>; staleSince?: number }): void {
    this.error = error;
    this.again = again;
    this.staleSince = staleSince;
    this.isBusy = false;
    this.#door.host.requestUpdate();
  }
}
