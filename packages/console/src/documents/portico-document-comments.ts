import type { ConsoleDocument } from '@portico/contract/documents/document.ts';
import type { Comment, Discussion, Pin, Thread } from '@portico/contract/documents/review.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { addComment, discussion, removeComment, settleThread } from '../api/document-reviews.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { formFailure, textArea } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';

/** What both sides say about a document. What somebody is typing stays, whatever comes in. */
export class PorticoDocumentComments extends LightElement {
  static override properties = { document: { attribute: false }, pin: { attribute: false }, answering: { state: true } };
  declare document: ConsoleDocument;
  /** Where the next thread will stand. */
  declare pin: Pin | undefined;
  declare answering: string;
  readonly #discussion = new QueryController<Discussion>(this, () => discussion(this.document.id));
  readonly #new = new FormController(this, { text: '' });
  readonly #answer = new FormController(this, { text: '' });

  constructor() {
    super();
    this.answering = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const threads = this.#discussion.value?.threads;
    if (!threads) return nothing;
    const [open, settled] = [threads.filter(({ isResolved }) => !isResolved), threads.filter(({ isResolved }) => isResolved)];
    return html`<section class="document-section"><h3>Comments</h3>${threads.length === 0 ? html`<p class="meta">Nothing has been said yet. Your client reads what you write here beside the document.</p>` : nothing}
      ${open.length > 0 ? html`<ul class="rows threads">${open.map((thread) => this.#thread(thread))}</ul>` : nothing}
      ${settled.length > 0 ? html`<details><summary>Settled (${settled.length})</summary><ul class="rows threads">${settled.map((thread) => this.#thread(thread))}</ul></details>` : nothing}
      <form novalidate @submit=${this.#begin}>${textArea(this.#new, 'text', { label: this.pin ? `At the place on page ${this.pin.page}` : 'Write a comment', rows: 2, maxlength: 2000 })}${formFailure(this.#new)}
        <div class="actions"><button type="submit" ?data-busy=${this.#new.isBusy}>Send</button>${this.pin ? html`<button type="button" class="quiet" @click=${() => this.#unpin()}>Not at a place</button>` : nothing}</div></form></section>`;
  }

  #thread(thread: Thread): TemplateResult {
    const { id, pin, version, isResolved, resolvedByName, comments } = thread;
    const where = [pin ? `page ${pin.page}` : '', version === this.document.version ? '' : `version ${version}`].filter(Boolean).join(', ');
    return html`<li class="thread" data-thread=${id} tabindex="-1"><div class="grow">${where ? html`<p class="meta">${where}</p>` : nothing}${comments.map((comment) => this.#comment(comment))}
      ${isResolved ? html`<p class="meta">Settled: ${resolvedByName}</p>` : nothing}
      ${this.answering === id ? html`<form novalidate @submit=${(event: Event) => this.#reply(event, thread)}>${textArea(this.#answer, 'text', { label: 'Your answer', rows: 2, maxlength: 2000 })}${formFailure(this.#answer)}
          <div class="actions"><button type="submit" ?data-busy=${this.#answer.isBusy}>Send</button><button type="button" class="quiet" @click=${() => { this.answering = ''; }}>Not yet</button></div></form>`
    : html`<div class="actions document-acts"><button type="button" class="quiet" @click=${() => this.#open(id)}>Answer</button><button type="button" class="quiet" @click=${() => void this.#try(() => settleThread(this.document.id, id, !isResolved))}>${isResolved ? 'Take up again' : 'Settled'}</button></div>`}</div></li>`;
  }

  #comment({ id, text, byName, isOwn, decision, label }: Comment): TemplateResult {
    return html`<div class="comment"><p class="meta"><strong>${byName}</strong>, ${label.createdAt}${decision ? ` · ${decision === 'approved' ? 'with the approval' : 'asked for changes'}` : ''}</p>
      <p class="said">${text ?? html`<span class="meta">Taken back.</span>`}</p>${isOwn && text !== null ? html`<button type="button" class="link" aria-label="Take back: ${text}" @click=${() => void this.#try(() => removeComment(this.document.id, id))}>Take back</button>` : nothing}</div>`;
  }

  #open(id: string): void {
    this.#answer.fill({ text: '' });
    this.answering = id;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-thread="${id}"] textarea`)?.focus());
  }

  #unpin(): void {
    this.dispatchEvent(new CustomEvent('unpin', { bubbles: true }));
  }

  readonly #begin = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { pin } = this;
    if (await this.#send(this.#new, pin ? { pin } : {}) && pin) this.#unpin();
  };

  async #reply(event: Event, { id }: Thread): Promise<void> {
    event.preventDefault();
    if (await this.#send(this.#answer, { threadId: id })) this.answering = '';
  }

  async #send(form: FormController<{ text: string }>, where: { readonly pin?: Pin; readonly threadId?: string }): Promise<boolean> {
    const text = form.draft.text.trim();
    if (form.refuse({ text: text ? '' : 'Write something first.' })) return false;
    const version = this.document.version ?? this.document.versions[0]?.number ?? 1;
    if (!(await form.send(() => addComment(this.document.id, { version, text, ...where })))) return false;
    form.fill({ text: '' });
    invalidate('documents');
    return true;
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      invalidate('documents');
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

customElements.define('portico-document-comments', PorticoDocumentComments);
