import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

/** Says to screen readers what others see happen. One per element, inside its shadow root. */
export class LiveRegion implements ReactiveController {
  #text = '';
  #isOdd = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#text = '';
  }

  say(text: string): void {
    // The same sentence twice is only read twice when it differs: by a space that nobody sees.
    this.#isOdd = !this.#isOdd;
    this.#text = this.#isOdd ? text : `${text}\u00a0`;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="unseen" role="status" aria-live="polite">${this.#text}</div>`;
  }
}
