import type { ListedReview, ReviewPage, ReviewQuery } from '@portico/contract/documents/review.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { documentReviews } from '../api/document-reviews.ts';
import { inSentence, moment, plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { reviewTone, reviewWords } from './document-words.ts';
import { openDocumentSheet } from './open-document-sheets.ts';
import './portico-documents-head.ts';

type State = ReviewQuery['state'];
const states: readonly (readonly [state: State, name: string])[] = [['all', 'All'], ['changes', 'Changes wanted'], ['waiting', 'Waiting'], ['approved', 'Approved']];

/** What clients are asked to approve: what waits for them, what waits for the business, what is settled. */
export class PorticoDocumentApprovals extends LightElement {
  static override properties = { filter: { state: true }, more: { state: true } };
  declare filter: State;
  declare more: readonly ReviewPage[];
  readonly #first = new QueryController<ReviewPage>(this, () => documentReviews({ state: this.filter, limit: 30 }));

  constructor() {
    super();
    this.filter = 'all';
    this.more = [];
  }

  protected override render(): TemplateResult {
    const first = this.#first.value;
    return html`<div class="page"><portico-documents-head shown="approvals"></portico-documents-head>${staleNote(this.#first)}${first ? standing(first.counts) : nothing}
      <div class="list-tools document-tools"><fieldset class="segments"><legend class="visually-hidden">Show</legend><div class="segment-row">${states.map(([state, name]) => html`<label class="segment"><input type="radio" name="review-state" value=${state} .checked=${this.filter === state} @change=${() => { this.filter = state; this.more = []; }}><span>${name}</span></label>`)}</div></fieldset></div>
      ${first ? this.#list(first) : waiting(this.#first, 6)}</div>`;
  }

  #list(first: ReviewPage): TemplateResult {
    const items = [first, ...this.more].flatMap((page): readonly ListedReview[] => page.items);
    const next = [first, ...this.more].at(-1)?.nextCursor;
    if (items.length === 0) return html`<div class="empty"><p>${this.filter === 'all' ? 'Nobody is asked to approve anything. Send a file and tick “Ask for approval”: your client looks at it in your page, says yes or what to change, and you have it in writing.' : 'Nothing here.'}</p></div>`;
    return html`<ul class="rows">${items.map(approvalRow)}</ul>${next ? html`<p class="list-more"><button type="button" @click=${async () => { this.more = [...this.more, await documentReviews({ state: this.filter, limit: 30, cursor: next }).load()]; }}>Show more</button></p>` : nothing}`;
  }
}

function standing({ waiting: open, overdue, changes }: ReviewPage['counts']): TemplateResult | typeof nothing {
  const parts = [changes > 0 ? `${plural(changes, 'document')} to change` : '', open > 0 ? `${open} waiting for clients` : '', overdue > 0 ? `${overdue} of them late` : ''].filter(Boolean);
  return parts.length > 0 ? html`<p class="meta">${parts.join(', ')}.</p>` : nothing;
}

function approvalRow({ documentId, documentName, clientName, state, version, isOverdue, label, reason, askedAt, decidedAt, decidedByName }: ListedReview): TemplateResult {
  const facts = state === 'waiting' ? [clientName, label.dueOn ? `${isOverdue ? 'was due' : 'by'} ${inSentence(label.dueOn)}` : `asked ${inSentence(moment(askedAt))}`]
    : [clientName, `version ${version}`, decidedAt ? `${decidedByName ?? ''}, ${inSentence(moment(decidedAt))}` : `asked ${inSentence(moment(askedAt))}`];
  return html`<li class="document-row" data-review-of=${documentId}><button type="button" class="quiet row-button" @click=${() => openDocumentSheet(documentId, documentName)}><span class="grow"><span class="name">${documentName}</span><span class="meta">${facts.join(' · ')}</span>${reason ? html`<span class="passage">${reason}</span>` : nothing}</span>
    <span class="status ${isOverdue ? 'bad' : reviewTone[state]}">${isOverdue ? 'Late' : reviewWords[state]}</span></button></li>`;
}

customElements.define('portico-document-approvals', PorticoDocumentApprovals);
