import type { Preview, PreviewPage } from '@portico/contract/documents/preview.ts';
import { pictureWidths } from '@portico/contract/documents/kinds.ts';
import type { ReactiveController } from 'lit';
import { PortalError } from '@portico/client/portal-error.ts';
import type { ViewerDoor } from './viewer-door.ts';
import type { Pages } from './viewer-parts.ts';

type Width = (typeof pictureWidths)[number];
/** How far beyond the screen pages are drawn already, in screens. */
const ahead = 0.6;

function isNear(page: HTMLElement): boolean {
  const { top, bottom } = page.getBoundingClientRect();
  return top < innerHeight * (1 + ahead) && bottom > -innerHeight * ahead;
}

/**
 * The pages of the version that is looked at, drawn when they come near. On canvases: the picture policy of the page
 * around us has no say in them, and nothing in a file can run.
 */
export class PagesController implements Pages, ReactiveController {
  /** An older version that somebody chose. */
  chosen: number | undefined;
  preview: Preview | undefined;
  failure: string | undefined;
  isLarge = false;
  readonly failed = new Set<number>();
  readonly #door: ViewerDoor;
  readonly #drawn = new WeakMap<HTMLCanvasElement, string>();
  #asked = '';
  #observer: IntersectionObserver | undefined;

  constructor(door: ViewerDoor) {
    this.#door = door;
    door.host.addController(this);
  }

  get version(): number | undefined {
    const document = this.#door.opened();
    return this.chosen ?? document?.version ?? undefined;
  }

  /** Looks at a version; the newest when left out. */
  show(version?: number): void {
    this.chosen = version === this.#door.opened()?.version ? undefined : version;
    this.#door.host.requestUpdate();
  }

  resize(): void {
    this.isLarge = !this.isLarge;
    this.#door.host.requestUpdate();
  }

  again(number?: number): void {
    if (number === undefined) this.#asked = '';
    else this.failed.delete(number);
    this.failure = undefined;
    this.#door.host.requestUpdate();
  }

  hostUpdate(): void {
    const document = this.#door.opened();
    if (!document) {
      this.chosen = this.preview = this.failure = undefined;
      this.isLarge = false;
      this.#asked = '';
      return;
    }
    const wanted = `${document.id} ${this.version ?? ''}`;
    if (wanted === this.#asked) return;
    const isOther = !this.#asked.startsWith(document.id);
    this.#asked = wanted;
    if (isOther) this.preview = undefined;
    if (this.version !== undefined) void this.#load(document.id, wanted);
  }

  hostUpdated(): void {
    const pages = [...this.#door.root().querySelectorAll<HTMLElement>('.page')];
    if (pages.length === 0) {
      this.#observer?.disconnect();
      this.#observer = undefined;
      return;
    }
    this.#observer ??= new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) void this.#draw(target as HTMLElement);
    }, { rootMargin: `${ahead * 100}% 0px` });
    for (const page of pages) {
      const { width, height } = this.#pageOf(page) ?? {};
      page.style.setProperty('aspect-ratio', `${width} / ${height}`);
      this.#observer.observe(page);
    }
    // What is there already is not waited for, and may have to be drawn anew.
    for (const page of pages) if (isNear(page)) void this.#draw(page);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  async #load(id: string, wanted: string): Promise<void> {
    const client = this.#door.client();
    this.failure = undefined;
    this.failed.clear();
    try {
      const preview = await client?.documents.pages(id, { version: this.version });
      if (this.#asked === wanted) this.preview = preview;
    } catch (error) {
      if (this.#asked !== wanted) return;
      this.preview = undefined;
      const told = this.#door.complain(error);
      this.failure = error instanceof PortalError && error.reason === 'no_preview' ? this.#door.say('cannotShow') : told;
    }
    this.#door.host.requestUpdate();
  }

  #pageOf(page: HTMLElement): PreviewPage | undefined {
    return this.preview?.pages[Number(page.dataset['page']) - 1];
  }

  async #draw(page: HTMLElement): Promise<void> {
    const [document, preview, client] = [this.#door.opened(), this.preview, this.#door.client()];
    const [canvas, number] = [page.querySelector('canvas'), Number(page.dataset['page'])];
    if (!document || !preview || !client || !canvas || this.failed.has(number)) return;
    const width = widthFor(page.clientWidth);
    const key = `${document.id} ${preview.version} ${number} ${width}`;
    if (this.#drawn.get(canvas) === key) return;
    this.#drawn.set(canvas, key);
    try {
      const picture = await createImageBitmap(await client.documents.page(document.id, number, { version: preview.version, width }));
      if (this.#drawn.get(canvas) !== key) return picture.close();
      Object.assign(canvas, { width: picture.width, height: picture.height });
      canvas.getContext('2d')?.drawImage(picture, 0, 0);
      picture.close();
      page.dataset['drawn'] = '';
    } catch (error) {
      if (this.#drawn.get(canvas) !== key) return;
      this.#drawn.delete(canvas);
      this.failed.add(number);
      this.#door.complain(error);
      this.#door.host.requestUpdate();
    }
  }
}

/** As sharp as the screen, in one of few sizes: those are kept where they are drawn. */
function widthFor(cssPixels: number): Width {
  const needed = cssPixels * Math.min(devicePixelRatio, 2);
  return pictureWidths.find((width) => width >= needed * 0.9) ?? 1600;
}
