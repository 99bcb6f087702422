import { PortalError } from '@portico/client/portal-error.ts';

/** One intention has one key, however often it is tried, so that a lost answer does it once. */
export class IntentionKey {
  #last: { readonly intention: string; readonly key: string } | undefined;

  of(intention: string): string {
    if (this.#last?.intention !== intention) this.#last = { intention, key: crypto.randomUUID() };
    return this.#last.key;
  }

  /** What was refused was not done, so another try is another intention. */
  failed(error: unknown): void {
    if (error instanceof PortalError && error.code !== 'unreachable') this.done();
  }

  done(): void {
    this.#last = undefined;
  }
}
