import type { Document, DocumentVersion } from '@portico/contract/documents/document.ts';
import { html, nothing, svg, type CSSResult, type TemplateResult } from 'lit';
import type { ReactiveController } from 'lit';
import { decisionBar, reviewLine } from './decision.template.ts';
import { pagesOf } from './pages.template.ts';
import { PagesController } from './pages-controller.ts';
import { PinLayer } from './pin-layer.ts';
import { TalkController } from './talk-controller.ts';
import { threadsOf } from './threads.template.ts';
import type { SayViewer, ViewerDoor } from './viewer-door.ts';
import { viewerMessages } from './viewer-messages.ts';
import { viewerStyles } from './viewer.styles.ts';

export const styles: readonly CSSResult[] = [viewerStyles];
export const messages: Readonly<Record<string, string>> = viewerMessages;

const cross = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="m6 6 12 12M18 6 6 18"/>`}</svg>`;
const arrow = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="M12 4v12m0 0 5-5m-5 5-5-5M5 20h14"/>`}</svg>`;

/** One document, open above the page: what it looks like, what is asked about it, what is said. */
export class Viewer implements ReactiveController {
  readonly #door: ViewerDoor;
  readonly #pages: PagesController;
  readonly #talk: TalkController;
  readonly #pins: PinLayer;
  /** Whoever has closed it is not shown it once more because something changed meanwhile. */
  #shownId: string | undefined;

  constructor(door: ViewerDoor) {
    this.#door = door;
    this.#pages = new PagesController(door);
    this.#talk = new TalkController(door, () => this.#pages.version);
    this.#pins = new PinLayer(door, this.#talk);
    door.host.addController(this);
  }

  /** In the top layer, where nothing of the page around it can cover it. */
  hostUpdated(): void {
    const [dialog, id] = [this.#dialog, this.#door.opened()?.id];
    if (this.#shownId === id) return;
    this.#shownId = id;
    if (!dialog?.isConnected || id === undefined || dialog.open) return;
    dialog.showModal();
    // Whoever came in the middle of an update has missed its beginning.
    this.#door.host.requestUpdate();
    this.#door.emit('portal-document-opened', { documentId: id });
  }

  hostDisconnected(): void {
    this.#shownId = undefined;
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#door.root().querySelector<HTMLDialogElement>('dialog.viewer');
  }

  render(): TemplateResult | typeof nothing {
    const document = this.#door.opened();
    if (!document) return nothing;
    const { say } = this.#door;
    const version = this.#pages.version ?? document.version ?? 1;
    const pinned = (this.#talk.discussion?.threads ?? []).filter(({ pin, version: on }) => pin && on === version);
    const numbers = new Map(pinned.map(({ id }, index) => [id, index + 1]));
    const canPin = (this.#pages.preview?.pages.length ?? 0) > 0;
    return html`<dialog class="viewer" part="viewer" aria-labelledby="viewer-title" @close=${() => this.#door.closed()} @cancel=${this.#onCancel}>
      <div class="frame"><header class="viewer-head" part="header"><div class="grow"><div class="strong viewer-title" id="viewer-title" role="heading" aria-level="2" tabindex="-1" autofocus><bdi>${document.name}</bdi></div>${this.#versionLine(say, document, version)}</div>
          ${this.#acts(say, document, version)}<button type="button" class="quiet only-icon" part="button" data-action="close" aria-label=${say('dismiss')} @click=${this.#close}>${cross}</button></header>
        <div class="body">${this.#talk.review ? html`<div class="ask">${reviewLine(say, this.#talk.review)}</div>` : nothing}<div class="look" tabindex="0" role="region" aria-label=${document.name}>${pagesOf({ say, pages: this.#pages, talk: this.#talk, pins: this.#pins, pinned, mayTake: document.right.download, onPin: (id) => this.#goTo(`[data-thread="${CSS.escape(id)}"]`) })}</div>
          <div class="side">${document.source === 'file' ? threadsOf({ say, talk: this.#talk, version, numbers, canPin, onShowPin: (id) => this.#goTo(`[data-pin="${CSS.escape(id)}"]`) }) : nothing}
            ${this.#versions(say, document, version)}</div></div>
        ${this.#talk.mayDecide ? decisionBar({ say, talk: this.#talk, version }) : nothing}</div></dialog>`;
  }

  #versionLine(say: SayViewer, document: Document, version: number): TemplateResult | typeof nothing {
    if (document.version === version || document.version === null) return document.right.download ? nothing : html`<p class="hint">${say('viewOnly')}</p>`;
    return html`<p class="hint">${say('version', { number: version })}. ${say('olderShown')} <button type="button" class="plain" part="button" @click=${() => this.#pages.show()}>${say('newest')}</button></p>`;
  }

  #acts(say: SayViewer, { id, name, right }: Document, version: number): TemplateResult {
    const canGrow = (this.#pages.preview?.pages.length ?? 0) > 0;
    return html`${canGrow ? html`<button type="button" class="quiet grow-act" part="button" aria-pressed=${this.#pages.isLarge} @click=${() => this.#pages.resize()}>${say(this.#pages.isLarge ? 'smaller' : 'larger')}</button>` : nothing}
      ${right.download ? html`<button type="button" class="quiet take" part="button" data-action="save" aria-label=${say('downloadOf', { name })} aria-busy=${this.#door.busy()?.startsWith(`file ${id}`) ? 'true' : nothing} @click=${() => void this.#door.save(id, version)}>${arrow}<span>${say('download')}</span></button>` : nothing}`;
  }

  #versions(say: SayViewer, { versions, version: current }: Document, shown: number): TemplateResult | typeof nothing {
    if (versions.length === 0 || (versions.length === 1 && !versions[0]?.note)) return nothing;
    return html`<section aria-labelledby="versions"><div class="eyebrow" id="versions" role="heading" aria-level="3">${say('versions')}</div><ul role="list" class="versions">${versions.map((one) => this.#version(say, one, { shown, current }))}</ul></section>`;
  }

  #version(say: SayViewer, { number, byName, note, state, label }: DocumentVersion, { shown, current }: { readonly shown: number; readonly current: number | null }): TemplateResult {
    return html`<li data-version=${number}><div class="grow"><p class="figures"><span class="strong">${say('version', { number })}</span> <span class="hint"><bdi>${label.createdAt}</bdi> · <bdi>${byName}</bdi> · <bdi>${label.size}</bdi></span></p>
        ${note ? html`<p class="note">${note}</p>` : nothing}${state === 'available' ? nothing : html`<p class="hint">${say(state)}</p>`}</div>
      ${state === 'available' && number !== shown ? html`<button type="button" class="plain" part="button" data-action="show" aria-label=${say('showVersion', { number })} @click=${() => this.#pages.show(number === current ? undefined : number)}>${say('showIt')}</button>` : nothing}</li>`;
  }

  readonly #close = (): void => {
    this.#dialog?.close();
    this.#door.closed();
  };

  readonly #onCancel = (event: Event): void => {
    if (!this.#talk.isPlacing) return;
    event.preventDefault();
    this.#talk.place(false);
  };

  #goTo(selector: string): void {
    const target = this.#door.root().querySelector<HTMLElement>(selector);
    const folded = target?.closest('details');
    if (folded) folded.open = true;
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus();
  }
}

export const viewerFor = (door: ViewerDoor): Viewer => new Viewer(door);
