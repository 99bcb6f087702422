import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onSession } from './session.ts';

/** Renders again when it changes who is here, or what they may do. */
export class SessionController implements ReactiveController {
  readonly #update: () => void;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#update = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected(): void {
    this.#leave = onSession(this.#update);
  }

  hostDisconnected(): void {
    this.#leave?.();
  }
}
