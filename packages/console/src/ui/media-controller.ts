import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders again when the window crosses a width. */
export class MediaController implements ReactiveController {
  readonly #list: MediaQueryList;
  readonly #update: () => void;

  constructor(host: ReactiveControllerHost, query: string) {
    this.#list = matchMedia(query);
    this.#update = () => host.requestUpdate();
    host.addController(this);
  }

  get matches(): boolean {
    return this.#list.matches;
  }

  hostConnected(): void {
    this.#list.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#list.removeEventListener('change', this.#update);
  }
}
