import type { Document, DocumentSummary, DocumentVersion } from '@portico/contract/documents/document.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { failed } from '../base/feedback.template.ts';
import type { SayDocuments } from './documents-messages.ts';

/** The one document whose versions are open. */
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
  onToggle(id: string): void;
  onSave(id: string, version?: number): void;
}

/** What a search adds to a row: the name with what was found in it, and the passage around it. */
export interface Found {
  readonly name: TemplateResult;
  readonly passage: TemplateResult | typeof nothing;
}

const chevron = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="m6 9 6 6 6-6"/>`}</svg>`;
const arrow = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="M12 4v12m0 0 5-5m-5 5-5-5M5 20h14"/>`}</svg>`;

/** `PDF`, from the name that the file really has. */
const kindOf = (name: string): string => /\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '';

/** One document: its name, what it is, since when, how it stands; and one click to have it. */
export function documentRow(view: RowView, document: DocumentSummary, found?: Found): TemplateResult {
  const { say, opened } = view;
  const { id, name, category, version, label } = document;
  const isOpen = opened?.id === id;
  const facts = [kindOf(name), say(category), label.changedAt, label.size, version !== null && version > 1 ? say('version', { number: version }) : undefined].filter(Boolean);
  return html`
    <li part="item" data-document=${id} data-state=${document.state}>
      <div class="row">
        <div class="what">
          <button type="button" class="title" aria-expanded=${isOpen} @click=${() => view.onToggle(id)}><span class="words"><bdi>${found?.name ?? name}</bdi></span>${chevron}</button>
          <p class="hint facts figures">${facts.map((fact, index) => html`${index > 0 ? ' · ' : ''}<bdi>${fact}</bdi>`)}</p>
          ${found && found.passage !== nothing ? html`<p class="passage"><bdi>${found.passage}</bdi></p>` : nothing}
        </div>
        ${status(say, document, view.isTaken(id))}
        <div class="acts">${version !== null && document.right.download ? save(view, document, undefined, say('downloadOf', { name })) : nothing}</div>
      </div>
      ${isOpen && opened ? details(view, opened) : nothing}
    </li>
  `;
}

function status(say: SayDocuments, { state, isNew }: DocumentSummary, isTaken: boolean): TemplateResult | typeof nothing {
  const word = state === 'available' ? (isNew && !isTaken ? 'isNew' : undefined) : state;
  return word ? html`<p class="status"><span class="dot" aria-hidden="true"></span>${say(word)}</p>` : nothing;
}

function save({ busy, onSave, say }: RowView, { id }: DocumentSummary, version: number | undefined, spoken: string): TemplateResult {
  return html`<button type="button" class="plain save" part="button" data-action="save" aria-label=${spoken} aria-busy=${busy === `file ${id} ${version ?? ''}` ? 'true' : nothing}
    @click=${() => onSave(id, version)}>${arrow}<span>${say('download')}</span></button>`;
}

/** What opens below a row: who brought it, what changed, and every version. */
function details(view: RowView, { id, document, failure }: OpenedDocument): TemplateResult {
  const { say } = view;
  if (!document) return failure ? failed({ message: failure, retry: say('tryAgain'), onRetry: () => view.onToggle(id) }) : html`<p class="hint details" role="status">${say('loading')}</p>`;
  const mayTake = document.right.download;
  return html`<div class="details" part="details">
    ${mayTake ? nothing : html`<p class="hint">${say('viewOnly')}</p>`}
    <ul role="list" class="versions">${document.versions.map((version) => versionLine(view, document, version, mayTake))}</ul></div>`;
}

function versionLine(view: RowView, document: DocumentSummary, version: DocumentVersion, mayTake: boolean): TemplateResult {
  const { say } = view;
  const { number, byName, note, state, label } = version;
  const called = say('version', { number });
  return html`<li data-version=${number}><div class="grow"><p class="figures"><span class="strong">${called}</span> <span class="hint"><bdi>${label.createdAt}</bdi> · <bdi>${byName}</bdi> · <bdi>${label.size}</bdi></span></p>
      ${note ? html`<p class="note">${note}</p>` : nothing}${state === 'available' ? nothing : html`<p class="hint">${say(state)}</p>`}</div>
    ${mayTake && state === 'available' ? save(view, document, number, say('downloadOf', { name: `${document.name}, ${called}` })) : nothing}</li>`;
}
