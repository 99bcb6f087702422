import type { DocumentRequest } from '@portico/contract/documents/request.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayDocuments } from './documents-messages.ts';
import { filePicker } from './uploads.template.ts';

export interface RequestsView {
  readonly say: SayDocuments;
  readonly requests: readonly DocumentRequest[];
  readonly headingLevel: number;
  onFiles(files: Iterable<File>, requestId: string): void;
}

/** What the business waits for: first, with its day and its one button. */
export function requestList(view: RequestsView): TemplateResult | typeof nothing {
  const { say, requests, headingLevel } = view;
  if (requests.length === 0) return nothing;
  return html`<section class="needs" aria-labelledby="needs"><div class="eyebrow" id="needs" part="title" role="heading" aria-level=${headingLevel}>${say('needsYou')}</div>
    <ul role="list">${requests.map((request) => requestItem(view, request))}</ul></section>`;
}

function requestItem({ say, onFiles }: RequestsView, { id, title, why, state, reason, isOverdue, label, documents }: DocumentRequest): TemplateResult {
  const isHere = state === 'submitted';
  const day = label.dueOn && !isHere ? say(isOverdue ? 'wasDue' : 'byDay', { day: label.dueOn }) : undefined;
  return html`<li part="item" data-request=${id}><div class="grow"><p><bdi class="strong">${title}</bdi> ${day ? html`<span class="hint ${isOverdue ? 'late' : ''}">${day}</span>` : nothing}</p>
      ${why && !reason ? html`<p class="note">${why}</p>` : nothing}${reason ? html`<p class="note">${say('onceMore', { reason })}</p>` : nothing}
      ${isHere ? html`<p class="hint">${say('lookedAt')} <bdi>${documents.map(({ name }) => name).join(', ')}</bdi></p>` : nothing}</div>
    ${isHere ? nothing : filePicker({ label: say('sendIt'), spoken: say('sendFor', { title }), isPrimary: false }, (files) => onFiles(files, id))}</li>`;
}
