import type { DocumentRequest, DocumentRequestPage, DocumentRequestQuery } from '@portico/contract/documents/request.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { remindOfRequest } from '../api/checklists.ts';
import { acceptRequest, cancelRequest, documentRequests, returnRequest } from '../api/documents.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { formFailure, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { dayOf, inSentence, plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import './portico-documents-head.ts';
import { openChecklists, openDocumentSheet, openRequestSheet } from './open-document-sheets.ts';

type State = DocumentRequestQuery['state'];
const states: readonly (readonly [state: State, name: string])[] = [['all', 'All'], ['submitted', 'To look at'], ['waiting', 'Waiting'], ['settled', 'Settled']];
const stateWords: Readonly<Record<DocumentRequest['state'], readonly [words: string, tone: string]>> = { open: ['Waiting', ''], returned: ['Asked again', 'warn'], submitted: ['Has come', 'good'], accepted: ['Accepted', ''], cancelled: ['Not needed', ''] };

/** What clients are asked for: who is missing, what has come and is to be looked at. */
export class PorticoDocumentRequests extends LightElement {
  static override properties = { filter: { state: true }, more: { state: true }, returning: { state: true } };
  declare filter: State;
  declare more: readonly DocumentRequestPage[];
  declare returning: string;
  readonly #first = new QueryController<DocumentRequestPage>(this, () => documentRequests({ state: this.filter, limit: 30 }));
  readonly #form = new FormController(this, { reason: '' });

  constructor() {
    super();
    this.filter = 'all';
    this.more = [];
    this.returning = '';
  }

  protected override render(): TemplateResult {
    const first = this.#first.value;
    return html`<div class="page"><portico-documents-head shown="requests"></portico-documents-head>${staleNote(this.#first)}${first ? standing(first.counts) : nothing}
      <div class="list-tools document-tools"><fieldset class="segments"><legend class="visually-hidden">Show</legend><div class="segment-row">${states.map(([state, name]) => html`<label class="segment"><input type="radio" name="request-state" value=${state} .checked=${this.filter === state} @change=${() => { this.filter = state; this.more = []; }}><span>${name}</span></label>`)}</div></fieldset><button type="button" class="quiet add-client" @click=${() => openChecklists()}>Checklists</button></div>
      ${first ? this.#list(first) : waiting(this.#first, 6)}</div>`;
  }

  #list(first: DocumentRequestPage): TemplateResult {
    const pages = [first, ...this.more];
    const items = pages.flatMap((page): readonly DocumentRequest[] => page.items);
    const next = pages.at(-1)?.nextCursor;
    if (items.length === 0) return html`<div class="empty"><p>${this.filter === 'all' ? 'Nobody is asked for anything. Ask for a document, and your client finds it on top of their page, with a button to send it.' : 'Nothing here.'}</p></div>`;
    return html`<ul class="rows">${items.map((one) => this.#item(one))}</ul>${next ? html`<p class="list-more"><button type="button" @click=${async () => { this.more = [...this.more, await documentRequests({ state: this.filter, limit: 30, cursor: next }).load()]; }}>Show more</button></p>` : nothing}`;
  }

  #item(one: DocumentRequest): TemplateResult {
    const { id, clientId, clientName, title, state, isOverdue, label, documents, reason, askedAt, remindedAt } = one;
    const [words, tone] = isOverdue ? ['Late', 'bad'] : stateWords[state];
    const isWaiting = state === 'open' || state === 'returned';
    return html`<li class="request-row" data-request=${id}><span class="grow"><span class="name">${title}</span>
        <span class="meta"><a href="#/clients/${clientId}">${clientName}</a>, ${isWaiting && label.dueOn ? `by ${inSentence(label.dueOn)}` : `asked ${inSentence(dayOf(askedAt))}`}${isWaiting && remindedAt ? `, reminded ${inSentence(dayOf(remindedAt))}` : ''}</span>
        ${reason ? html`<span class="meta">Asked again: ${reason}</span>` : nothing}
        ${documents.length > 0 ? html`<span>${documents.map((document) => html`<button type="button" class="link" @click=${() => openDocumentSheet(document.id, document.name)}>${document.name}</button> `)}</span>` : nothing}
        ${this.returning === id ? this.#reason(one) : nothing}</span>
      <span class="status ${tone}">${words}</span>
      ${this.returning === id ? nothing : html`<span class="request-acts">${state === 'submitted' ? html`<button type="button" aria-label="Accept: ${title}, ${clientName}" @click=${() => void this.#try(() => acceptRequest(id))}>Accept</button><button type="button" class="quiet" aria-label="Ask again: ${title}, ${clientName}" @click=${() => this.#begin(id)}>Ask again…</button>` : nothing}
        ${isWaiting ? html`<button type="button" class="quiet" aria-label="Remind: ${title}, ${clientName}" @click=${() => void this.#try(() => remindOfRequest(id), `${clientName} is reminded.`)}>Remind</button><button type="button" class="quiet" aria-label="Change: ${title}, ${clientName}" @click=${() => openRequestSheet(one)}>Change</button><button type="button" class="quiet" aria-label="Not needed any more: ${title}, ${clientName}" @click=${() => void this.#try(() => cancelRequest(id))}>Not needed</button>` : nothing}</span>`}</li>`;
  }

  #begin(id: string): void {
    this.#form.fill({ reason: '' });
    this.returning = id;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.request-row input')?.focus());
  }

  #reason({ id, clientName }: DocumentRequest): TemplateResult {
    const send = async (event: Event): Promise<void> => {
      event.preventDefault();
      const reason = this.#form.draft.reason.trim();
      if (this.#form.refuse({ reason: reason ? '' : 'Say what is wrong with it, so that the next one fits.' })) return;
      if (!(await this.#form.send(() => returnRequest(id, reason)))) return;
      this.returning = '';
      invalidate('document-requests');
    };
    return html`<form novalidate @submit=${send}>${textField(this.#form, 'reason', { label: `What should ${clientName} send instead?`, maxlength: 1000 })}${formFailure(this.#form)}
      <div class="actions"><button type="submit" class="primary" ?data-busy=${this.#form.isBusy}>Ask again</button><button type="button" class="quiet" @click=${() => { this.returning = ''; }}>Not yet</button></div></form>`;
  }

  async #try(work: () => Promise<unknown>, done?: string): Promise<void> {
    try {
      await work();
      if (done) toast({ text: done });
      invalidate('document-requests', 'documents');
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

/** How much of what was asked for has come, drawn and said. */
function standing({ asked, arrived, overdue }: DocumentRequestPage['counts']): TemplateResult | typeof nothing {
  if (asked === 0) return nothing;
  const words = `${arrived} of ${asked} have come${overdue > 0 ? `, ${plural(overdue, 'is late', 'are late')}` : ''}.`;
  return html`<div class="collected"><svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${svg`<rect class="all" width="100" height="4"/><rect class="here" width=${(arrived / asked) * 100} height="4"/>`}</svg><p>${words}</p></div>`;
}

customElements.define('portico-document-requests', PorticoDocumentRequests);
