import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Review } from '@portico/contract/documents/review.ts';
import type { SayViewer } from './viewer-door.ts';
import type { Talk } from './viewer-parts.ts';
import { writeField } from './write-field.template.ts';

export interface DecisionView {
  readonly say: SayViewer;
  readonly talk: Talk;
  readonly version: number;
}

const tick = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`}</svg>`;
const pen = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<path d="M4 20h4L19 9l-4-4L4 16z"/>`}</svg>`;

/** What is asked, or who has decided what and when. */
export function reviewLine(say: SayViewer, review: Review): TemplateResult {
  const { state, message, version, decidedByName, reason, label, isOverdue } = review;
  if (state === 'waiting') {
    const day = label.dueOn ? say(isOverdue ? 'wasDue' : 'byDay', { day: label.dueOn }) : undefined;
    return html`<div class="asked"><p>${message || say('pleaseApprove')}</p>${day ? html`<p class="hint ${isOverdue ? 'late' : ''}">${day}</p>` : nothing}</div>`;
  }
  const isApproved = state === 'approved';
  return html`<div class="decided" tabindex="-1" data-review=${state}><p class="strong">${isApproved ? tick : pen}<span>${say(isApproved ? 'approvedBy' : 'changesBy', { name: decidedByName ?? '', number: version, day: label.decidedAt ?? '' })}</span></p>${reason ? html`<p class="note">${reason}</p>` : nothing}</div>`;
}

/** Within a thumb's reach: yes, or what to change. */
export function decisionBar({ say, talk, version }: DecisionView): TemplateResult {
  const { deciding } = talk;
  const cancel = { label: say('notYet'), onCancel: () => talk.decideOn(undefined) };
  if (deciding === 'approve') {
    return html`<div class="bar" part="decision"><p class="strong">${say('approveSure', { number: version })}</p>${writeField({ talk, place: 'approve', label: say('noteOptional'), send: say('approve'), isPrimary: true, cancel, onSend: () => void talk.decide('approve') })}</div>`;
  }
  if (deciding === 'changes') {
    return html`<div class="bar" part="decision">${writeField({ talk, place: 'changes', label: say('whatChange'), send: say('sendChanges'), isPrimary: true, cancel, onSend: () => void talk.decide('changes') })}</div>`;
  }
  return html`<div class="bar two" part="decision"><button type="button" class="primary" part="button button-primary" data-action="approve" @click=${() => talk.decideOn('approve')}>${tick}${say('approve')}</button>
    <button type="button" class="secondary" part="button" data-action="changes" @click=${() => talk.decideOn('changes')}>${say('requestChanges')}</button></div>`;
}
