import type { DocumentSummary } from '@portico/contract/documents/document.ts';
import type { DocumentRequest } from '@portico/contract/documents/request.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayDocuments } from './documents-messages.ts';
import { filePicker } from './uploads.template.ts';

export interface RequestsView {
  readonly say: SayDocuments;
  readonly requests: readonly DocumentRequest[];
  /** What waits for this person's approval. */
  readonly toReview: readonly DocumentSummary[];
  readonly headingLevel: number;
  onOpen(id: string): void;
  onFiles(files: Iterable<File>, requestId: string): void;
}

/** What the business waits for: first, with its day and its one button. */
export function requestList(view: RequestsView): TemplateResult | typeof nothing {
  const { say, requests, toReview, headingLevel } = view;
  if (requests.length + toReview.length === 0) return nothing;
  return html`<section class="needs" aria-labelledby="needs"><div class="eyebrow" id="needs" part="title" role="heading" aria-level=${headingLevel}>${say('needsYou')}</div>
    <ul role="list">${toReview.map((document) => reviewItem(view, document))}${requests.map((request) => requestItem(view, request))}</ul></section>`;
}

function reviewItem({ say, onOpen }: RequestsView, { id, name, review }: DocumentSummary): TemplateResult {
  const due = review?.label.dueOn;
  return html`<li part="item" data-to-review=${id}><div class="grow"><p><bdi class="strong">${name}</bdi> ${due ? html`<span class="hint ${review.isOverdue ? 'late' : ''}">${say(review.isOverdue ? 'wasDue' : 'byDay', { day: due })}</span>` : nothing}</p>
      <p class="note">${say('toApprove')}</p></div>
    <button type="button" class="secondary" part="button" aria-haspopup="dialog" aria-label=${say('lookAtOf', { name })} @click=${() => onOpen(id)}>${say('lookAtIt')}</button></li>`;
}

function requestItem({ say, onFiles }: RequestsView, { id, title, why, state, reason, isOverdue, label, documents }: DocumentRequest): TemplateResult {
  const isHere = state === 'submitted';
  const day = label.dueOn && !isHere ? say(isOverdue ? 'wasDue' : 'byDay', { day: label.dueOn }) : undefined;
  return html`<li part="item" data-request=${id}><div class="grow"><p><bdi class="strong">${title}</bdi> ${day ? html`<span class="hint ${isOverdue ? 'late' : ''}">${day}</span>` : nothing}</p>
      ${why && !reason ? html`<p class="note">${why}</p>` : nothing}${reason ? html`<p class="note">${say('onceMore', { reason })}</p>` : nothing}
      ${isHere ? html`<p class="hint">${say('lookedAt')} <bdi>${documents.map(({ name }) => name).join(', ')}</bdi></p>` : nothing}</div>
    ${isHere ? nothing : filePicker({ label: say('sendIt'), spoken: say('sendFor', { title }), isPrimary: false }, (files) => onFiles(files, id))}</li>`;
}
