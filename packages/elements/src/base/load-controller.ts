import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Load<T> =
  | { readonly state: 'idle' | 'loading'; readonly value?: T }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown; readonly value?: T };

/**
 * Loads one value for its host and keeps the last good value while it reloads.
 * A newer run aborts the older one, so answers never arrive out of order.
 *
 * `dependsOn` names what the value is of (the client, an id): when that changes the old value is dropped and another
 * one loaded; while it is undefined nothing is loaded.
 */
export class LoadController<T> implements ReactiveController {
  result: Load<T> = { state: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #load: (signal: AbortSignal) => Promise<T>;
  readonly #dependsOn: () => unknown;
  #dependency: unknown;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost, load: (signal: AbortSignal) => Promise<T>, dependsOn: () => unknown = () => true) {
    this.#host = host;
    this.#load = load;
    this.#dependsOn = dependsOn;
    host.addController(this);
  }

  hostConnected(): void {
    void this.run();
  }

  hostUpdate(): void {
    if (!Object.is(this.#dependsOn(), this.#dependency)) void this.run();
  }

  hostDisconnected(): void {
    this.#running?.abort();
  }

  async run(): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    const dependency = this.#dependsOn();
    if (!Object.is(dependency, this.#dependency)) this.result = { state: 'idle' };
    this.#dependency = dependency;
    if (dependency === undefined) return;
    this.#become({ ...this.result, state: 'loading' });
    try {
      const value = await this.#load(running.signal);
      if (running === this.#running && !running.signal.aborted) this.#become({ state: 'ready', value });
    } catch (error) {
      if (running === this.#running && !running.signal.aborted) this.#become({ ...this.result, state: 'failed', error });
    }
  }

  /** Puts a value that came by another way (a live message, the answer of a change). */
  put(value: T): void {
    this.#running?.abort();
    this.#become({ state: 'ready', value });
  }

  #become(result: Load<T>): void {
    this.result = result;
    this.#host.requestUpdate();
  }
}
