import type { DocumentSummary } from '@portico/contract/documents/document.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { plural } from '../ui/formats.ts';
import { categoryWords, kindOf, reviewTone, reviewWords, stateTone, stateWords } from './document-words.ts';
import { openDocumentSheet } from './open-document-sheets.ts';
import { saveDocument } from './save-document.ts';
import { icon } from '../ui/icon.template.ts';

/** What a search adds: the name with what was found in it, the passage around it, and why there is none. */
export interface FoundIn {
  readonly name: TemplateResult;
  readonly passage: TemplateResult | typeof nothing;
}

/** One document in a list: what, whose, since when, how it stands; and one click to have it. */
export function documentRow(one: DocumentSummary, { withClient = true, found }: { readonly withClient?: boolean; readonly found?: FoundIn } = {}): TemplateResult {
  const { id, name, clientName, category, projectName, label, state, version, source, by, review, comments } = one;
  const facts = [withClient ? clientName : '', kindOf(name), categoryWords[category], projectName ?? '', label.changedAt, label.size ?? '', version !== null && version > 1 ? `Version ${version}` : '', by === 'client' ? 'from the client' : '', comments > 0 ? plural(comments, 'comment') : ''].filter(Boolean);
  const inside = html`<span class="grow"><span class="name">${found?.name ?? name}</span><span class="meta">${facts.join(' · ')}</span>${found && found.passage !== nothing ? html`<span class="passage"><bdi>${found.passage}</bdi></span>` : nothing}</span>
    ${state !== 'available' ? html`<span class="status ${stateTone[state]}">${stateWords[state]}</span>` : review ? html`<span class="status ${review.isOverdue ? 'bad' : reviewTone[review.state]}">${review.isOverdue ? 'Approval is late' : reviewWords[review.state]}</span>` : nothing}`;
  return html`<li class="document-row" data-document=${id}>${source === 'invoice' ? html`<a class="row-button" href="#/invoices/${id}">${inside}</a>` : html`<button type="button" class="quiet row-button" @click=${() => openDocumentSheet(id, name)}>${inside}</button>`}
    ${version === null ? nothing : html`<button type="button" class="icon-button" aria-label="Download ${name}" @click=${() => void saveDocument(id)}>${icon('download')}</button>`}</li>`;
}
