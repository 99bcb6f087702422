import type { ConsoleDocument } from '@portico/contract/documents/document.ts';
import type { Preview, PreviewPage } from '@portico/contract/documents/preview.ts';
import type { Discussion, Thread } from '@portico/contract/documents/review.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { discussion, pictureUrl, preview } from '../api/document-reviews.ts';
import { cssVars } from '../ui/css-vars.ts';
import { plural } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';

/** What a document looks like: its first page in the sheet, all of them above it, with the places that people speak of. */
export class PorticoDocumentPages extends LightElement {
  static override properties = { document: { attribute: false }, isPlacing: { state: true } };
  declare document: ConsoleDocument;
  declare isPlacing: boolean;
  readonly #preview = new QueryController<Preview>(this, () => (this.document.version === null ? undefined : preview(this.document.id, this.document.version)));
  readonly #discussion = new QueryController<Discussion>(this, () => discussion(this.document.id));

  constructor() {
    super();
    this.isPlacing = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const [seen, { name, version }] = [this.#preview.value, this.document];
    const [first] = seen?.pages ?? [];
    if (!seen || !first || version === null) return nothing;
    const pinned = (this.#discussion.value?.threads ?? []).filter(({ pin, version: on }) => pin && on === version);
    return html`<button type="button" class="page-thumb" aria-label="Look at ${name}, ${plural(seen.pageCount, 'page')}" @click=${() => this.#dialog?.showModal()}>${this.#picture(first, 480)}<span class="meta">${seen.kind === 'pages' ? plural(seen.pageCount, 'page') : 'Picture'}</span></button>
      <dialog class="pages-dialog" aria-label=${name} @close=${() => { this.isPlacing = false; }}><div class="pages-head"><strong>${name}</strong><button type="button" class="quiet" aria-pressed=${this.isPlacing} @click=${() => { this.isPlacing = !this.isPlacing; }}>${this.isPlacing ? 'Cancel' : 'Comment on a place'}</button><button type="button" class="icon-button" aria-label="Close" @click=${() => this.#dialog?.close()}>${icon('close')}</button></div>
        ${this.isPlacing ? html`<p class="meta pages-hint" role="status">Press the place on the page.</p>` : nothing}
        <div class="pages-all" ?data-placing=${this.isPlacing}>${seen.pages.map((page) => this.#page(page, seen.pageCount, pinned))}</div></dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  /** Fetched by the browser when it comes near. */
  #picture({ number, width, height }: PreviewPage, pixels: 480 | 1600): TemplateResult {
    return html`<img loading="lazy" width=${width} height=${height} src=${pictureUrl(this.document.id, number, this.document.version ?? 1, pixels)} alt="">`;
  }

  #page(page: PreviewPage, count: number, pinned: readonly Thread[]): TemplateResult {
    const { number, text } = page;
    return html`<div class="page-whole" role="group" aria-label="Page ${number} of ${count}" @click=${(event: MouseEvent) => this.#press(event, number)}>${this.#picture(page, 1600)}<div class="visually-hidden">${text}</div>
      ${pinned.map(({ id, pin, isResolved, comments }, index) => (pin?.page === number ? html`<button type="button" class="pin ${isResolved ? 'settled' : ''}" aria-label="Place ${index + 1}: ${comments[0]?.text ?? ''}" ${cssVars({ '--x': `${pin.x * 100}%`, '--y': `${pin.y * 100}%` })} @click=${(event: Event) => this.#goTo(event, id)}>${index + 1}</button>` : nothing))}</div>`;
  }

  #goTo(event: Event, id: string): void {
    event.stopPropagation();
    this.#dialog?.close();
    this.dispatchEvent(new CustomEvent('thread', { bubbles: true, detail: id }));
  }

  #press({ currentTarget, clientX, clientY }: MouseEvent, page: number): void {
    if (!this.isPlacing) return;
    const box = (currentTarget as HTMLElement).getBoundingClientRect();
    this.#dialog?.close();
    this.dispatchEvent(new CustomEvent('pin', { bubbles: true, detail: { page, x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height } }));
  }
}

customElements.define('portico-document-pages', PorticoDocumentPages);
