import type { PreviewPage } from '@portico/contract/documents/preview.ts';
import type { Thread } from '@portico/contract/documents/review.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { failed } from '../../base/feedback.template.ts';
import type { SayViewer } from './viewer-door.ts';
import type { Pages, Pins, Talk } from './viewer-parts.ts';

export interface PagesView {
  readonly say: SayViewer;
  readonly pages: Pages;
  readonly talk: Talk;
  readonly pins: Pins;
  readonly mayTake: boolean;
  /** Threads that stand at a place of this version, in the order of their numbers. */
  readonly pinned: readonly Thread[];
  onPin(threadId: string): void;
}

/** What the version looks like, page below page. */
export function pagesOf(view: PagesView): TemplateResult {
  const { say, pages, talk, mayTake } = view;
  const { preview, failure } = pages;
  if (failure) return failed({ message: failure, retry: say('tryAgain'), onRetry: () => pages.again() });
  if (!preview) return html`<div class="page waiting" role="status"><span class="unseen">${say('loading')}</span></div>`;
  if (preview.kind === 'none') return html`<p class="no-preview" part="empty">${say(mayTake ? 'noPreview' : 'noPreviewOnly')}</p>`;
  return html`<div class="pages ${pages.isLarge ? 'large' : ''}" ?data-placing=${talk.isPlacing}>${preview.pages.map((page) => pageOf(view, page, preview.pageCount))}</div>`;
}

function pageOf(view: PagesView, { number, text }: PreviewPage, count: number): TemplateResult {
  const { say, pages, talk, pins, pinned, onPin } = view;
  const { pin, isPlacing } = talk;
  const { cross } = pins;
  const draft = isPlacing ? (cross?.page === number ? cross : undefined) : pin?.page === number ? pin : undefined;
  const called = say('pageOf', { number, count });
  return html`<div class="page" data-page=${number} tabindex=${isPlacing ? 0 : nothing} role=${isPlacing ? 'button' : nothing} aria-label=${isPlacing ? say('pinSpot', { number }) : nothing}
      @click=${pins.onPress} @keydown=${pins.onKey} @focus=${pins.onFocus}>
    <canvas role="img" aria-label=${called}></canvas><div class="unseen">${text}</div>
    ${pages.failed.has(number) ? html`<div class="page-failed">${failed({ message: say('pageFailed'), retry: say('tryAgain'), onRetry: () => pages.again(number) })}</div>` : nothing}
    ${pinned.map((thread, index) => (thread.pin?.page === number ? html`<button type="button" class="pin ${thread.isResolved ? 'settled' : ''}" part="pin" data-pin=${thread.id} data-x=${thread.pin.x} data-y=${thread.pin.y}
      aria-label=${say('pinOf', { number: index + 1, text: thread.comments.find((comment) => comment.text !== null)?.text ?? '' })} @click=${(event: Event) => { event.stopPropagation(); onPin(thread.id); }}>${index + 1}</button>` : nothing))}
    ${draft ? html`<span class="pin draft" data-x=${draft.x} data-y=${draft.y} aria-hidden="true">+</span>` : nothing}</div>`;
}
