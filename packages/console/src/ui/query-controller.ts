import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { peek, refresh, watch, type Source } from '../api/cache.ts';

const patienceMs = 150;

/** Shows what is known at once and asks again; the host renders whatever is newest. */
export class QueryController<Value> implements ReactiveController {
  /** True once waiting has become noticeable: time for a skeleton. */
  isSlow = false;
  readonly #host: ReactiveControllerHost;
  readonly #sourceOf: () => Source<Value> | undefined;
  #current: Source<Value> | undefined;
  #unwatch: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, sourceOf: () => Source<Value> | undefined) {
    this.#host = host;
    this.#sourceOf = sourceOf;
    host.addController(this);
  }

  get value(): Value | undefined {
    return this.#current ? peek<Value>(this.#current.key).value : undefined;
  }

  get error(): unknown {
    return this.#current ? peek<Value>(this.#current.key).error : undefined;
  }

  retry(): void {
    if (this.#current) void refresh(this.#current);
  }

  hostUpdate(): void {
    const wanted = this.#sourceOf();
    if (wanted?.key === this.#current?.key) return;
    this.#leave();
    this.#current = wanted;
    if (wanted) this.#enter(wanted);
  }

  hostDisconnected(): void {
    this.#leave();
    this.#current = undefined;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  #enter(wanted: Source<Value>): void {
    this.#unwatch = watch(wanted, () => this.#host.requestUpdate());
    this.isSlow = false;
    if (this.value === undefined) this.#timer = setTimeout(() => { this.isSlow = true; this.#host.requestUpdate(); }, patienceMs);
    void refresh(wanted);
  }

  #leave(): void {
    this.#unwatch?.();
    clearTimeout(this.#timer);
  }
}
