import type { Calendar } from '@portico/contract/bookings/calendar.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isOwnChange } from './calendar-changes.ts';
import { itemsOf } from './calendar-layout.ts';

const glowMs = 2400;

/** What arrives or changes while one looks glows once; what one changed oneself does not. */
export class GlowController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #read: () => Calendar | undefined;
  #before: { readonly firstDate: string; readonly marks: ReadonlyMap<string, string> } | undefined;
  #seen: Calendar | undefined;
  #fresh: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost, read: () => Calendar | undefined) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  readonly isFresh = (id: string): boolean => this.#fresh.has(id);

  hostUpdate(): void {
    const calendar = this.#read();
    if (!calendar || calendar === this.#seen) return;
    this.#seen = calendar;
    const marks = new Map(itemsOf(calendar).map((item) => [item.id, `${item.startsAt}${item.endsAt}${item.providerId}`]));
    const before = this.#before;
    this.#before = { firstDate: calendar.firstDate, marks };
    if (before?.firstDate === calendar.firstDate) this.#compare(before.marks, marks);
  }

  #compare(before: ReadonlyMap<string, string>, marks: ReadonlyMap<string, string>): void {
    const at = Date.now();
    const arrived = [...marks].filter(([id, mark]) => before.get(id) !== mark && !isOwnChange(id, at)).map(([id]) => id);
    if (arrived.length === 0) return;
    this.#fresh = new Set([...this.#fresh, ...arrived]);
    setTimeout(() => {
      this.#fresh = new Set([...this.#fresh].filter((id) => !arrived.includes(id)));
      this.#host.requestUpdate();
    }, glowMs);
  }
}
