import type { FoundDocument } from '@portico/contract/documents/search.ts';
import type { DocumentsDoor } from './documents-door.ts';

/** A person who types pauses longer than this when they want to see something. */
const pauseMs = 180;

/** Finds documents by their names while somebody types, and by what is in them. */
export class SearchController {
  text = '';
  /** Undefined while nobody searches, or the first answer is on its way. */
  found: readonly FoundDocument[] | undefined;
  failure: string | undefined;
  readonly #door: DocumentsDoor;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(door: DocumentsDoor) {
    this.#door = door;
  }

  get isOn(): boolean {
    return this.text.trim() !== '';
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#asking?.abort();
    if (this.isOn) this.#timer = setTimeout(() => void this.ask(), pauseMs);
    else this.found = this.failure = undefined;
    this.#door.host.requestUpdate();
  }

  async ask(): Promise<void> {
    const client = this.#door.client();
    const q = this.text.trim();
    if (!client || !q) return;
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    try {
      const { items } = await client.documents.find({ q, lang: this.#door.lang() }, { signal: asking.signal });
      if (asking.signal.aborted) return;
      this.found = items;
      this.failure = undefined;
      this.#door.announce(items.length > 0 ? this.#door.say('found', { count: items.length }) : this.#door.say('nothingFound', { text: q }));
    } catch (error) {
      if (asking.signal.aborted) return;
      this.failure = this.#door.complain(error);
    }
    this.#door.host.requestUpdate();
  }
}
