import type { CSSResult, ReactiveControllerHost } from 'lit';

interface Late {
  readonly styles?: readonly CSSResult[];
  readonly messages?: Readonly<Record<string, string>>;
}

/** Code, styles and words that the first screen does not need, fetched when something asks for them. */
export class LateModules {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly #messages: object;
  readonly #learn: () => Promise<unknown>;
  readonly #known = new Map<string, Late | 'loading' | 'failed'>();

  /** `messages`: where the words of later code are added; `learn` fetches those of the page's language. */
  constructor(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, messages: object, learn: () => Promise<unknown>) {
    this.#host = host;
    this.#messages = messages;
    this.#learn = learn;
  }

  /** The module, or nothing yet: then the host updates once more when it is there. */
  get<Module extends object>(name: string, load: () => Promise<Module>): Module | undefined {
    const known = this.#known.get(name);
    if (typeof known === 'object') return known as Module;
    if (!known) void this.#load(name, load);
    return undefined;
  }

  isMissing(name: string): boolean {
    return this.#known.get(name) === 'failed';
  }

  /** The next one who asks tries again. */
  forgetFailures(): void {
    for (const [name, known] of this.#known) if (known === 'failed') this.#known.delete(name);
    this.#host.requestUpdate();
  }

  async #load(name: string, load: () => Promise<Late>): Promise<void> {
    this.#known.set(name, 'loading');
    try {
      const [late] = await Promise.all([load(), this.#learn()]);
      this.#adopt(late.styles ?? []);
      Object.assign(this.#messages, late.messages);
      this.#known.set(name, late);
    } catch {
      this.#known.set(name, 'failed');
    }
    this.#host.requestUpdate();
  }

  #adopt(styles: readonly CSSResult[]): void {
    const { renderRoot: root } = this.#host;
    const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
    if (root instanceof ShadowRoot) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
  }
}
