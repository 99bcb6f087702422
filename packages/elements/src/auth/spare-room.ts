import type { ReactiveController, ReactiveControllerHost } from 'lit';

type RoomyHost = ReactiveControllerHost & HTMLElement & {
  toggleState(name: 'compact', is: boolean): void;
};

/**
 * Gives back the height that the page reserved, once less than that is needed for good: at once after an act of the
 * person, or where what comes after it is out of sight; else when it is, so that nothing that somebody looks at
 * jumps. `:host(:state(compact))` lifts the height, in whatever style the page gave it.
 */
export class SpareRoomController implements ReactiveController {
  readonly #host: RoomyHost;
  readonly #isSpare: () => boolean;
  #isActed = false;
  #watcher: IntersectionObserver | undefined;

  constructor(host: RoomyHost, isSpare: () => boolean) {
    this.#host = host;
    this.#isSpare = isSpare;
    host.addController(this);
    for (const act of ['click', 'keyup']) host.addEventListener(act, this.#act);
  }

  hostUpdated(): void {
    const isSpare = this.#isSpare();
    if (!isSpare) this.#settle(false);
    else if (this.#isActed || this.#isUnseen()) this.#settle(true);
    else this.#watch();
  }

  hostDisconnected(): void {
    this.#watcher?.disconnect();
    this.#watcher = undefined;
    this.#isActed = false;
  }

  readonly #act = (): void => {
    this.#isActed = true;
    this.hostUpdated();
  };

  #settle(isCompact: boolean): void {
    this.#watcher?.disconnect();
    this.#watcher = undefined;
    this.#host.toggleState('compact', isCompact);
  }

  #watch(): void {
    if (this.#watcher) return;
    // At both edges of the element: it may be higher than the screen.
    this.#watcher = new IntersectionObserver(() => { if (this.#isUnseen()) this.#settle(true); }, { threshold: [0, 0.25, 0.5, 0.75, 1] });
    this.#watcher.observe(this.#host);
  }

  /** What comes after it is above the screen, where most browsers keep the rest in its place; or below, and would stay there. */
  #isUnseen(): boolean {
    const { top, bottom } = this.#host.getBoundingClientRect();
    if (bottom <= 0) return CSS.supports('overflow-anchor', 'auto');
    this.#host.toggleState('compact', true);
    const isBelow = top + this.#host.offsetHeight >= innerHeight;
    this.#host.toggleState('compact', false);
    return isBelow;
  }
}
