import type { PlanRequestList } from '@portico/contract/invoices/plans.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { answerPlanRequest, planRequests } from '../api/plans.ts';
import { formFailure, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { moment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { acceptWords, wishWords } from './plan-words.ts';

type Request = PlanRequestList['items'][number];

/** What clients ask about their plans, above the payments that need a look. */
export class PorticoPlanRequests extends LightElement {
  static override properties = { answering: { state: true } };
  declare answering: string;
  readonly #requests = new QueryController(this, () => planRequests);
  readonly #form = new FormController(this, { note: '' });

  constructor() {
    super();
    this.answering = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const items = this.#requests.value?.items ?? [];
    return items.length === 0 ? nothing : html`<ul class="reviews plan-requests">${items.map((item) => this.#item(item))}</ul>`;
  }

  #item(item: Request): TemplateResult {
    const { id, kind, note, askedAt, subscription: { name, clientId, clientName, label } } = item;
    return html`<li class="review" data-request=${id}><div class="review-head"><h2>${clientName}: ${name}</h2><strong class="figures">${label.price} ${label.every}</strong></div>
      <p>${wishWords[kind]}</p>${note ? html`<blockquote>${note}</blockquote>` : nothing}<p class="meta"><a href="#/clients/${clientId}">${clientName}</a> · ${moment(askedAt)}</p>
      ${this.answering === id ? this.#answer(item) : html`<div class="actions"><button type="button" @click=${() => this.#begin(id)}>Answer</button></div>`}</li>`;
  }

  #begin(id: string): void {
    this.#form.fill({ note: '' });
    this.answering = id;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.review input')?.focus());
  }

  #answer(item: Request): TemplateResult {
    const form = this.#form;
    return html`<form novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#send(item, true); }}>
      ${textField(form, 'note', { label: 'A word to the client', isOptional: true, maxlength: 500, hint: 'It goes into the mail that tells them.' })}${formFailure(form)}
      <div class="actions"><button type="submit" class="primary" ?data-busy=${form.isBusy}>${acceptWords[item.kind]}</button>
        <button type="button" @click=${() => void this.#send(item, false)}>Decline</button><button type="button" class="quiet" @click=${() => { this.answering = ''; }}>Not yet</button></div></form>`;
  }

  async #send({ id, subscription: { name, clientName } }: Request, accept: boolean): Promise<void> {
    if (!(await this.#form.send(() => answerPlanRequest(id, accept, this.#form.draft.note.trim())))) return;
    this.answering = '';
    invalidate('plan-requests', 'clients/', 'plans');
    toast({ text: accept ? `Done: ${clientName} is told about ${name}.` : `${clientName} is told that ${name} stays as it is.` });
  }
}

customElements.define('portico-plan-requests', PorticoPlanRequests);
