import type { Document, DocumentSummary } from '@portico/contract/documents/document.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { failed } from '../base/feedback.template.ts';
import type { DocumentsMessage, SayDocuments } from './documents-messages.ts';

/** The one document that is open. */
export interface OpenedDocument {
  readonly id: string;
  /** Undefined while it is on its way. */
  readonly document?: Document;
  readonly failure?: string;
}

/** What every row needs. */
export interface RowView {
  readonly say: SayDocuments;
  readonly opened: OpenedDocument | undefined;
  readonly busy: string | undefined;
  isTaken(id: string): boolean;
  onOpen(id: string): void;
  onSave(id: string): void;
}

/** What a search adds to a row: the name with what was found in it, and the passage around it. */
export interface Found {
  readonly name: TemplateResult;
  readonly passage: TemplateResult | typeof nothing;
}

const arrow = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="M12 4v12m0 0 5-5m-5 5-5-5M5 20h14"/>`}</svg>`;

/** `PDF`, from the name that the file really has. */
const kindOf = (name: string): string => /\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '';

/** One document: its name, what it is, since when, how it stands; and one click to have it. */
export function documentRow(view: RowView, document: DocumentSummary, found?: Found): TemplateResult {
  const { say, opened } = view;
  const { id, name, category, version, label } = document;
  const isOpen = opened?.id === id;
  const { comments } = document;
  const facts = [kindOf(name), say(category), document.projectName, label.changedAt, label.size, version !== null && version > 1 ? say('version', { number: version }) : undefined, comments > 0 ? say('commentCount', { count: comments }) : undefined].filter(Boolean);
  return html`
    <li part="item" data-document=${id} data-state=${document.state} data-review=${document.review?.state ?? nothing}>
      <div class="row">
        <div class="what">
          <button type="button" class="title" aria-haspopup="dialog" aria-busy=${isOpen && !opened.failure && !opened.document ? 'true' : nothing} @click=${() => view.onOpen(id)}><span class="words"><bdi>${found?.name ?? name}</bdi></span></button>
          <p class="hint facts figures">${facts.map((fact, index) => html`${index > 0 ? ' · ' : ''}<bdi>${fact}</bdi>`)}</p>
          ${found && found.passage !== nothing ? html`<p class="passage"><bdi>${found.passage}</bdi></p>` : nothing}
        </div>
        ${status(say, document, view.isTaken(id))}
        <div class="acts">${version !== null && document.right.download ? save(view, document) : nothing}</div>
      </div>
      ${isOpen && opened.failure && !opened.document ? failed({ message: opened.failure, retry: say('tryAgain'), onRetry: () => view.onOpen(id) }) : nothing}
    </li>
  `;
}

const reviewed: Readonly<Record<string, DocumentsMessage>> = { waiting: 'toApprove', approved: 'approved', changes_requested: 'changesAsked' };

/** The one thing that matters most about it. */
function wordFor({ state, isNew, review }: DocumentSummary, isTaken: boolean): DocumentsMessage | undefined {
  if (state !== 'available') return state;
  return review?.state === 'waiting' ? 'toApprove' : isNew && !isTaken ? 'isNew' : reviewed[review?.state ?? ''];
}

function status(say: SayDocuments, document: DocumentSummary, isTaken: boolean): TemplateResult | typeof nothing {
  const word = wordFor(document, isTaken);
  return word ? html`<p class="status"><span class="dot" aria-hidden="true"></span>${say(word)}</p>` : nothing;
}

function save({ busy, onSave, say }: RowView, { id, name }: DocumentSummary): TemplateResult {
  return html`<button type="button" class="plain save" part="button" data-action="save" aria-label=${say('downloadOf', { name })} aria-busy=${busy === `file ${id} ` ? 'true' : nothing}
    @click=${() => onSave(id)}>${arrow}<span>${say('download')}</span></button>`;
}
