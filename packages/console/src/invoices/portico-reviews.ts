import type { ReviewItem } from '@portico/contract/invoices/checkout.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { reviews, settleReview } from '../api/invoices.ts';
import { invalidate } from '../api/cache.ts';
import { mayAdminister } from '../app/session.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { moment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { planRequests } from '../api/plans.ts';
import { openPaymentSheet } from './open-invoice-sheets.ts';
import './portico-invoices-head.ts';
import './portico-plan-requests.ts';

const kindWords: Readonly<Record<ReviewItem['kind'], string>> = {
  unknown_payment: 'A payment that we cannot match', mismatch: 'A payment that does not fit', more_than_owed: 'More came in than was owed', refund_failed: 'A refund did not go through', booking_cancelled: 'A paid booking was cancelled',
};

/** Money that moved and does not fit: never guessed, dealt with by a person who says how. */
export class PorticoReviews extends LightElement {
  static override properties = { settling: { state: true } };
  declare settling: string;
  readonly #reviews = new QueryController(this, () => reviews);
  readonly #requests = new QueryController(this, () => planRequests);
  readonly #form = new FormController(this, { note: '' });

  constructor() {
    super();
    this.settling = '';
  }

  protected override render(): TemplateResult {
    const items = this.#reviews.value?.items;
    const open = items?.filter(({ resolvedAt }) => resolvedAt === null) ?? [];
    const settled = items?.filter(({ resolvedAt }) => resolvedAt !== null) ?? [];
    const asked = this.#requests.value?.items.length ?? 0;
    return html`<div class="page"><portico-invoices-head shown="reviews"></portico-invoices-head>${staleNote(this.#reviews)}<portico-plan-requests></portico-plan-requests>
      ${items === undefined ? waiting(this.#reviews, 4) : html`
        ${open.length === 0 ? asked > 0 ? nothing : html`<div class="empty"><p>All payments fit. What does not is shown here, so that nothing is guessed.</p></div>` : html`<ul class="reviews">${open.map((item) => this.#item(item))}</ul>`}
        ${settled.length > 0 ? html`<section class="section"><h2>Dealt with</h2><ul class="rows">${settled.map(({ kind, label, resolution, resolvedAt }) => html`<li><span class="grow"><span>${kindWords[kind]}${label ? `: ${label}` : ''}</span><span class="meta">${resolution}</span></span><span class="meta">${resolvedAt ? moment(resolvedAt) : ''}</span></li>`)}</ul></section>` : nothing}`}</div>`;
  }

  #item(item: ReviewItem): TemplateResult {
    const { id, kind, text, label, clientId, clientName, provider, createdAt } = item;
    return html`<li class="review"><div class="review-head"><h2>${kindWords[kind]}</h2>${label ? html`<strong class="figures">${label}</strong>` : nothing}</div>
      <p>${text}</p><p class="meta">${clientId && clientName ? html`<a href="#/clients/${clientId}">${clientName}</a> · ` : nothing}${provider === 'test' ? 'Test network' : provider === 'stripe' ? 'Stripe' : provider} · ${moment(createdAt)}</p>
      ${this.settling === id ? this.#settle(item) : html`<div class="actions">${mayAdminister() ? html`<button type="button" @click=${() => this.#begin(id)}>I have dealt with it</button>` : html`<span class="meta">An administrator has to look at it.</span>`}
        ${kind === 'unknown_payment' || kind === 'mismatch' ? html`<button type="button" class="quiet" @click=${() => openPaymentSheet(clientId && clientName ? { clientId, clientName } : {})}>Record it as a payment</button>` : nothing}</div>`}</li>`;
  }

  #begin(id: string): void {
    this.#form.fill({ note: '' });
    this.settling = id;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.review input')?.focus());
  }

  #settle({ id }: ReviewItem): TemplateResult {
    const save = async (event: Event): Promise<void> => {
      event.preventDefault();
      const note = this.#form.draft.note.trim();
      if (this.#form.refuse({ note: note ? '' : 'Say what you did, in a few words.' })) return;
      if (!(await this.#form.send(() => settleReview(id, note)))) return;
      this.settling = '';
      invalidate('reviews');
    };
    return html`<form novalidate @submit=${save}>${textField(this.#form, 'note', { label: 'What did you do?', maxlength: 300, hint: 'For your books, and whoever asks later.' })}
      ${saveRow(this.#form, { label: 'Settle it', rest: html`<button type="button" class="quiet" @click=${() => { this.settling = ''; }}>Not yet</button>` })}</form>`;
  }
}

customElements.define('portico-reviews', PorticoReviews);
