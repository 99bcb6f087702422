import type { ReactiveController, ReactiveControllerHost } from 'lit';

const least = 160;

/**
 * Keeps what arrives within the height that the page reserved, so that nothing below it jumps: a list that is longer
 * is cut where the room ends, with a way to see the rest, until the person first touches the element.
 */
export class RoomController implements ReactiveController {
  isCut = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #list: () => HTMLElement | null;
  #room = 0;
  #isFree = false;

  /** `list`: what may be cut, once it is there. */
  constructor(host: ReactiveControllerHost & HTMLElement, list: () => HTMLElement | null) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
    // After the act, never between a pointer's down and up: a click would miss what has moved away.
    for (const act of ['click', 'keyup']) host.addEventListener(act, this.free);
  }

  hostUpdated(): void {
    const list = this.#list();
    // The first thing that an element shows is its skeleton, which is never higher than the room.
    this.#room ||= this.#host.offsetHeight;
    if (!list || this.#isFree) return;
    list.style.maxHeight = '';
    const excess = this.#host.offsetHeight - this.#room;
    // Where no height was reserved the page has said that it may move.
    if (excess <= 0 || !(Number.parseFloat(getComputedStyle(this.#host).minHeight) > 0)) return;
    list.style.maxHeight = `${Math.max(least, list.offsetHeight - excess)}px`;
    if (!this.isCut) this.#host.requestUpdate();
    this.isCut = true;
  }

  hostDisconnected(): void {
    this.free();
  }

  /** Shows everything from now on. */
  readonly free = (): void => {
    const list = this.#list();
    if (list) list.style.maxHeight = '';
    this.#isFree = true;
    this.isCut = false;
    this.#host.requestUpdate();
  };
}
