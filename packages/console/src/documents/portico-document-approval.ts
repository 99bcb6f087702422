import type { ConsoleDocument } from '@portico/contract/documents/document.ts';
import type { Discussion, Review } from '@portico/contract/documents/review.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { askForReview, discussion, withdrawReview } from '../api/document-reviews.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { dateField, saveRow, textArea } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { inSentence, moment, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { reviewTone, reviewWords } from './document-words.ts';

/** Whether the client says yes to a document: ask, see what they said, ask differently, or ask no more. */
export class PorticoDocumentApproval extends LightElement {
  static override properties = { document: { attribute: false }, isAsking: { state: true } };
  declare document: ConsoleDocument;
  declare isAsking: boolean;
  readonly #discussion = new QueryController<Discussion>(this, () => discussion(this.document.id));
  readonly #form = new FormController(this, { message: '', dueOn: '' });

  constructor() {
    super();
    this.isAsking = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const reviews = this.#discussion.value?.reviews;
    if (!reviews) return nothing;
    const [latest, ...older] = reviews;
    const isOpen = latest?.state === 'waiting';
    return html`<section class="document-section"><h3>Approval</h3>${latest ? reviewOf(latest) : html`<p class="meta">Not asked for. With an approval you have it in writing that your client agrees, to which version, and when.</p>`}
      ${latest?.state === 'changes_requested' && latest.version === this.document.version ? html`<p class="meta">Upload a new version, and ${this.document.clientName} is asked about it by itself.</p>` : nothing}
      ${this.isAsking ? this.#ask() : html`<div class="actions document-acts"><button type="button" class="quiet" @click=${() => this.#begin(isOpen ? latest : undefined)}>${isOpen ? 'Change what you ask' : latest ? 'Ask again' : 'Ask for approval'}</button>
        ${isOpen ? html`<button type="button" class="quiet" @click=${() => void this.#withdraw()}>Not needed any more</button>` : nothing}</div>`}
      ${older.length > 0 ? html`<details><summary>Before that</summary>${older.map(reviewOf)}</details>` : nothing}</section>`;
  }

  #ask(): TemplateResult {
    return html`<form novalidate @submit=${this.#send}>${textArea(this.#form, 'message', { label: 'What should they look at?', isOptional: true, rows: 2, maxlength: 1000 })}
      ${dateField(this.#form, 'dueOn', { label: 'By when?', isOptional: true, min: today(), hint: 'They are reminded until they have decided.' })}
      ${saveRow(this.#form, { label: 'Ask', rest: html`<button type="button" class="quiet" @click=${() => { this.isAsking = false; }}>Not yet</button>` })}</form>`;
  }

  #begin(waiting: Review | undefined): void {
    this.#form.fill({ message: waiting?.message ?? '', dueOn: waiting?.dueOn ?? '' });
    this.isAsking = true;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('textarea')?.focus());
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { message, dueOn } = this.#form.draft;
    if (!(await this.#form.send(() => askForReview(this.document.id, { message: message.trim(), dueOn: dueOn || null })))) return;
    this.isAsking = false;
    invalidate('documents', 'document-reviews');
    toast({ text: `${this.document.clientName} is asked to approve “${this.document.name}”.` });
  };

  async #withdraw(): Promise<void> {
    try {
      await withdrawReview(this.document.id);
      invalidate('documents', 'document-reviews');
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

function reviewOf({ state, version, message, reason, decidedByName, decidedAt, askedAt, isOverdue, label }: Review): TemplateResult {
  const when = decidedAt ? `${decidedByName ?? ''}, ${moment(decidedAt)}, version ${version}` : `Asked ${inSentence(moment(askedAt))}${label.dueOn ? `, ${isOverdue ? 'was due' : 'by'} ${inSentence(label.dueOn)}` : ''}`;
  return html`<div class="review" data-review=${state}><p><span class="status ${isOverdue ? 'bad' : reviewTone[state]}">${reviewWords[state]}</span> <span class="meta">${when}</span></p>
    ${reason ? html`<blockquote>${reason}</blockquote>` : message && state === 'waiting' ? html`<p>${message}</p>` : nothing}</div>`;
}

customElements.define('portico-document-approval', PorticoDocumentApproval);
