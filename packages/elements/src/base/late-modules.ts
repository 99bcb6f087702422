import type { CSSResult, ReactiveControllerHost } from 'lit';

interface Late {
  readonly styles?: readonly CSSResult[];
  readonly messages?: Readonly<Record<string, string>>;
}

export type LateHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Code, styles and words that the first screen does not need, fetched when something asks for them. */
export class LateModules {
  readonly #host: LateHost;
  readonly #messages: object;
  readonly #learn: (name: string) => Promise<unknown>;
  readonly #known = new Map<string, Late | Promise<Late> | 'failed'>();

  /** `messages`: where the words of later code are added; `learn` fetches those that one is said with in the page's language. */
  constructor(host: LateHost, messages: object, learn: (name: string) => Promise<unknown>) {
    this.#host = host;
    this.#messages = messages;
    this.#learn = learn;
  }

  /** The module, or nothing yet: then the host updates once more when it is there. */
  get<Module extends object>(name: string, load: () => Promise<Module>): Module | undefined {
    const known = this.#known.get(name);
    if (!known) void this.fetch(name, load).catch(() => undefined);
    return known instanceof Promise || known === 'failed' ? undefined : known as Module | undefined;
  }

  /** The same for who can wait. Tries again what has failed. */
  async fetch<Module extends object>(name: string, load: () => Promise<Module>): Promise<Module> {
    let known = this.#known.get(name);
    if (!known || known === 'failed') this.#known.set(name, known = this.#load(name, load));
    return await known as Module;
  }

  isMissing(name: string): boolean {
    return this.#known.get(name) === 'failed';
  }

  /** The next one who asks tries again. */
  forgetFailures(): void {
    for (const [name, known] of this.#known) if (known === 'failed') this.#known.delete(name);
    this.#host.requestUpdate();
  }

  async #load(name: string, load: () => Promise<Late>): Promise<Late> {
    try {
      const [late] = await Promise.all([load(), this.#learn(name)]);
      this.#adopt(late.styles ?? []);
      Object.assign(this.#messages, late.messages);
      this.#known.set(name, late);
      return late;
    } catch (error) {
      this.#known.set(name, 'failed');
      throw error;
    } finally {
      this.#host.requestUpdate();
    }
  }

  #adopt(styles: readonly CSSResult[]): void {
    const { renderRoot: root } = this.#host;
    const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
  }
}
