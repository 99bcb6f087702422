import type { ReactiveController } from 'lit';
import type { OverlayController } from '../base/overlay-controller.ts';
import type { BookingsDoor } from './bookings-door.ts';

/** A list behind something that can be changed. */
export type Panel = 'service' | 'provider' | 'zone';

const wide = 560;

/** Which list is open: floating where there is room beside it, else in place. */
export class PanelController implements ReactiveController {
  open: Panel | undefined;
  isFloating = false;
  /** What is searched in the open list. */
  search = '';
  readonly #door: BookingsDoor;
  readonly #root: () => HTMLElement | null;
  #overlay: OverlayController | undefined;

  constructor(door: BookingsDoor, root: () => HTMLElement | null) {
    this.#door = door;
    this.#root = root;
    door.host.addController(this);
  }

  hostUpdated(): void {
    if (this.open && this.isFloating) this.#overlay?.open();
  }

  hostDisconnected(): void {
    this.open = undefined;
  }

  /** Fetches what floats the list, before somebody opens it. Without it lists open in place. */
  async prepare(): Promise<void> {
    const late = await import('../base/overlay-controller.ts').catch(() => undefined);
    this.#overlay ??= late && new late.OverlayController(this.#door.host, {
      anchor: () => this.open && this.#root()?.querySelector<HTMLElement>(`#change-${this.open}`),
      panel: () => this.#root()?.querySelector<HTMLElement>('.floating'),
      onDismiss: () => this.close(),
    });
  }

  async toggle(panel: Panel): Promise<void> {
    const next = this.open === panel ? undefined : panel;
    this.close();
    if (!next) return;
    this.open = next;
    this.isFloating = (this.#root()?.clientWidth ?? 0) >= wide;
    if (this.isFloating && !this.#overlay) await this.prepare();
    this.isFloating &&= this.#overlay !== undefined;
    if (this.open !== next) return;
    this.#door.focus(next === 'zone' ? '#zone-search' : '#choices input:checked');
  }

  /** Somebody has chosen: back to what opened the list. */
  done(): void {
    const panel = this.open;
    this.close();
    if (panel) this.#door.focus(`#change-${panel}`);
  }

  find(words: string): void {
    this.search = words;
    this.#door.host.requestUpdate();
  }

  close(): void {
    this.#overlay?.close();
    this.open = undefined;
    this.search = '';
    this.#door.host.requestUpdate();
  }
}
