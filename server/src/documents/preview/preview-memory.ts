import type { Deps } from '../../deps.ts';
import type { ListedPages } from './render/render.ts';

const mostBytes = 48 * 1024 ** 2;

/** What was drawn lately, in this process only: nothing of it touches the disk. Those least asked for go first. */
export class PreviewMemory {
  readonly #pictures = new Map<string, Buffer>();
  readonly #pages = new Map<string, ListedPages>();
  #size = 0;

  pages(versionId: string): ListedPages | undefined {
    return this.#pages.get(versionId);
  }

  keepPages(versionId: string, pages: ListedPages): void {
    this.#pages.set(versionId, pages);
    if (this.#pages.size > 200) this.#pages.delete(this.#pages.keys().next().value ?? '');
  }

  picture(key: string): Buffer | undefined {
    const picture = this.#pictures.get(key);
    if (picture) {
      this.#pictures.delete(key);
      this.#pictures.set(key, picture);
    }
    return picture;
  }

  keepPicture(key: string, picture: Buffer): void {
    this.#size += picture.length - (this.#pictures.get(key)?.length ?? 0);
    this.#pictures.set(key, picture);
    for (const [old, { length }] of this.#pictures) {
      if (this.#size <= mostBytes) return;
      this.#pictures.delete(old);
      this.#size -= length;
    }
  }
}

const memories = new WeakMap<Deps['store'], PreviewMemory>();

export function previewMemoryOf({ store }: Pick<Deps, 'store'>): PreviewMemory {
  const memory = memories.get(store) ?? new PreviewMemory();
  memories.set(store, memory);
  return memory;
}
