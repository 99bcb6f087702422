import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localeOf } from './locale-of.ts';
import { isRtl, learn, learnLater } from './localize.ts';
import type { Dictionary } from './localize.ts';

type LanguageHost = ReactiveControllerHost & HTMLElement;

/** Which language an element is in, also when the page changes it, and whether its words have arrived. */
export class LanguageController implements ReactiveController {
  /** As soon as it is known: data is asked for in it while the words are on their way. */
  locale = 'en';
  direction = 'ltr';
  isReady = false;
  /** The page has turned to another language, and its words or what the server says in it are not there yet. */
  isTurning = false;
  #wanted: string | undefined;
  #leave: (() => void) | undefined;
  readonly #host: LanguageHost;
  readonly #dictionaries: () => readonly Dictionary[];
  readonly #onChange: () => Promise<unknown> | void;

  /** `onChange`: what is on the screen was asked for in another language, and has to be asked for again. */
  constructor(host: LanguageHost, dictionaries: () => readonly Dictionary[], onChange: () => Promise<unknown> | void) {
    this.#host = host;
    this.#dictionaries = dictionaries;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#leave = watchLanguages(this.#host, this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    this.#leave?.();
  }

  readonly #look = (): void => {
    const wanted = localeOf(this.#host);
    if (wanted === this.#wanted) return this.#turn();
    this.#wanted = wanted;
    // The old words stay, whole, until the new ones and all that they speak of are there.
    if (this.isReady) this.isTurning = true;
    else this.locale = wanted;
    // The bones already lie on the side where the words will.
    this.#turn();
    const loading = this.#dictionaries().flatMap((dictionary) => [
      learn(dictionary, wanted) ?? [],
      // What is on the screen already may be a later view.
      this.isReady ? learnLater(dictionary, wanted) : [],
    ].flat());
    if (loading.length === 0 && !this.isReady) void this.#become(wanted);
    else void Promise.all(loading).then(() => { if (wanted === this.#wanted) void this.#become(wanted); });
  };

  async #become(locale: string): Promise<void> {
    const isChange = this.isReady && locale !== this.locale;
    this.locale = locale;
    this.isReady = true;
    if (isChange) {
      const patience = new Promise((done) => { setTimeout(done, longest); });
      await Promise.race([this.#onChange(), patience]);
      if (locale !== this.#wanted) return;
    }
    this.isTurning = false;
    this.#turn();
    this.#host.requestUpdate();
  }

  /** Arabic runs from right to left even where the page forgot to say so. */
  #turn(): void {
    const direction = isRtl(this.locale) ? 'rtl' : getComputedStyle(this.#host).direction;
    if (direction === this.direction) return;
    this.direction = direction;
    this.#host.requestUpdate();
  }
}

/** Then the words turn without the rest: a slow server must not keep the page in a language that it has left. */
const longest = 3000;

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** One observer for all elements of the page, of nothing but `lang` and `dir`. */
function watchLanguages(element: Element, listener: () => void): () => void {
  observer ??= new MutationObserver(() => listeners.forEach((tell) => tell()));
  for (let root: Node | undefined = element.getRootNode(); root;) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
    root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) observer?.disconnect();
  };
}
