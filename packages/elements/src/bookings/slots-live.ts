import type { PortalClient } from '@portico/client/portal-client.ts';
import type { LiveMessage } from '@portico/contract/live.ts';
import { touchesMonth } from './slot-month.ts';
import type { SlotsController } from './slots-controller.ts';

/** Several messages that come together are one change. */
const coalesceMs = 120;

/** Asks again when a time that is shown was taken or given back elsewhere. */
export class SlotsLive {
  readonly #slots: SlotsController;
  #leave: (() => void) | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(slots: SlotsController) {
    this.#slots = slots;
  }

  listen(client: PortalClient): void {
    this.#leave ??= client.live.subscribe((message) => {
      if (!this.#concerns(message)) return;
      clearTimeout(this.#soon);
      this.#soon = setTimeout(() => void this.#slots.refresh(), coalesceMs);
    });
  }

  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
    clearTimeout(this.#soon);
  }

  #concerns(message: LiveMessage): boolean {
    const { month, service, providerId: chosen } = this.#slots;
    if (message.type !== 'slots.changed' || !month || !touchesMonth(month, message.from, message.until)) return false;
    const { providerId } = message;
    const shown = chosen ? [chosen] : service?.providerIds;
    return !providerId || !shown || shown.includes(providerId);
  }
}
