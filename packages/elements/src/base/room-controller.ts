import type { ReactiveController, ReactiveControllerHost } from 'lit';

const least = 160;

type Anchored = HTMLElement & { readonly style: { overflowAnchor: string } };

/**
 * Keeps what arrives within the height that the page reserved, so that nothing below it jumps: a list that is longer
 * is cut where the room ends, with a way to see the rest, until the person first touches the element. Where that is not
 * enough, the whole is. What is out of sight anyway may grow.
 */
export class RoomController implements ReactiveController {
  /** What is cut now. */
  cut: 'list' | 'whole' | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #list: () => HTMLElement | null;
  readonly #whole: () => HTMLElement | null;
  #room = 0;
  #isFree = false;

  /** `list` is what may be cut, `whole` what is around it; each once it is there. */
  constructor(host: ReactiveControllerHost & HTMLElement, list: () => HTMLElement | null, whole: () => HTMLElement | null) {
    this.#host = host;
    this.#list = list;
    this.#whole = whole;
    host.addController(this);
    // After the act, never between a pointer's down and up: a click would miss what has moved away.
    for (const act of ['click', 'keyup']) host.addEventListener(act, this.free);
  }

  hostUpdate(): void {
    // Before anything is in it: then it is as high as the page reserved.
    this.#room ||= this.#host.offsetHeight;
  }

  hostUpdated(): void {
    // What moves inside while it arrives must not take the page along: browsers hold on to the element, or to what is beside it.
    for (const part of this.#host.shadowRoot?.children ?? []) (part as Anchored).style.overflowAnchor = this.#isFree ? '' : 'none';
    if (this.#isFree) return;
    const [list, whole] = [this.#list(), this.#whole()];
    for (const part of [list, whole]) if (part) part.style.maxHeight = '';
    const excess = this.#host.offsetHeight - this.#room;
    // Where no height was reserved the page has said that it may move.
    if (excess <= 0 || !(Number.parseFloat(getComputedStyle(this.#host).minHeight) > 0)) return;
    if (this.#host.getBoundingClientRect().top + this.#room >= innerHeight) {
      this.#room += excess;
      return;
    }
    // Never back again: each would undo the other for ever.
    const isListLong = this.cut !== 'whole' && list !== null && list.offsetHeight - excess >= least;
    const part = isListLong ? list : whole ?? list;
    if (part) part.style.maxHeight = `${Math.max(least, part.offsetHeight - excess)}px`;
    const cut = part === list ? 'list' : 'whole';
    if (part && this.cut !== cut) this.#host.requestUpdate();
    this.cut = part ? cut : undefined;
  }

  hostDisconnected(): void {
    this.free();
  }

  /** Shows everything from now on. */
  readonly free = (): void => {
    for (const part of [this.#list(), this.#whole()]) if (part) part.style.maxHeight = '';
    this.#isFree = true;
    this.cut = undefined;
    this.#host.requestUpdate();
  };
}
