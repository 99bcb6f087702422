import type { Pin } from '@portico/contract/documents/review.ts';
import type { ReactiveController } from 'lit';
import type { Pins } from './viewer-parts.ts';
import type { TalkController } from './talk-controller.ts';
import type { ViewerDoor } from './viewer-door.ts';

const middle = 0.5;
const step = 0.02;
const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };

/** Places on pages: where pins stand, and choosing a new one with a finger, a mouse or the arrow keys. */
export class PinLayer implements Pins, ReactiveController {
  readonly #door: ViewerDoor;
  readonly #talk: TalkController;
  cross: Pin | undefined;

  constructor(door: ViewerDoor, talk: TalkController) {
    this.#door = door;
    this.#talk = talk;
    door.host.addController(this);
  }

  hostUpdate(): void {
    if (!this.#talk.isPlacing) this.cross = undefined;
  }

  /** Written through the CSSOM, which a strict style-src allows. */
  hostUpdated(): void {
    for (const pin of this.#door.root().querySelectorAll<HTMLElement>('[data-x]')) {
      pin.style.setProperty('left', `${Number(pin.dataset['x']) * 100}%`);
      pin.style.setProperty('top', `${Number(pin.dataset['y']) * 100}%`);
    }
  }

  readonly onPress = (event: MouseEvent): void => {
    const page = event.currentTarget as HTMLElement;
    if (!this.#talk.isPlacing) return;
    const box = page.getBoundingClientRect();
    this.#talk.pinAt({ page: Number(page.dataset['page']), x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) });
  };

  readonly onKey = (event: KeyboardEvent): void => {
    if (!this.#talk.isPlacing) return;
    const page = Number((event.currentTarget as HTMLElement).dataset['page']);
    const at = this.cross?.page === page ? this.cross : { page, x: middle, y: middle };
    const [x, y] = arrows[event.key] ?? [];
    if (x !== undefined && y !== undefined) this.cross = { page, x: within(at.x + x), y: within(at.y + y) };
    else if (event.key === 'Enter') this.#talk.pinAt(at);
    else if (event.key === 'Escape') this.#talk.place(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.#door.host.requestUpdate();
  };

  readonly onFocus = (event: FocusEvent): void => {
    if (!this.#talk.isPlacing || !(event.currentTarget as HTMLElement).matches(':focus-visible')) return;
    this.cross = { page: Number((event.currentTarget as HTMLElement).dataset['page']), x: middle, y: middle };
    this.#door.host.requestUpdate();
  };
}

const within = (fraction: number): number => Math.min(1, Math.max(0, fraction));
