import type { Subscription } from '@portico/contract/invoices/plans.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { clientSubscriptions, moveSubscription } from '../api/plans.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { inSentence, dayInWords } from '../ui/formats.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { invoiceStyles } from './invoices.styles.ts';
import { openStartPlanSheet } from './open-invoice-sheets.ts';
import { wishWords } from './plan-words.ts';

/** The plans of one client: what comes next, how it is paid, and pausing or ending it. */
export class PorticoClientPlans extends LightElement {
  static override properties = { clientId: { attribute: false }, clientName: { attribute: false }, showsAll: { state: true }, ending: { state: true } };
  declare clientId: string;
  declare clientName: string;
  declare showsAll: boolean;
  declare ending: string;
  readonly #plans = new QueryController(this, () => clientSubscriptions(this.clientId));

  constructor() {
    super();
    this.showsAll = false;
    this.ending = '';
    adoptStyles(invoiceStyles);
  }

  protected override render(): TemplateResult {
    const items = this.#plans.value?.items;
    const over = items?.filter(({ state }) => state === 'ended') ?? [];
    const shown = items?.filter(({ state }) => this.showsAll || state !== 'ended') ?? [];
    return html`<div class="title-row"><h2>Plans</h2><div class="actions"><button type="button" @click=${() => openStartPlanSheet({ id: this.clientId, name: this.clientName })}>${icon('plus')} Start a plan</button></div></div>
      ${items === undefined ? waiting(this.#plans, 1) : items.length === 0 ? html`<p class="meta">None yet.</p>` : html`<ul class="rows">${shown.map((one) => this.#row(one))}</ul>
        ${over.length > 0 && !this.showsAll ? html`<p class="list-more"><button type="button" class="quiet" @click=${() => { this.showsAll = true; }}>Show ${over.length === 1 ? 'the one that has ended' : `${over.length} that have ended`}</button></p>` : nothing}`}`;
  }

  #row(one: Subscription): TemplateResult {
    const { id, name, label, autopay, request, state } = one;
    return html`<li class="plan-row" data-subscription=${id}><span class="grow"><span class="name">${name}</span><span class="meta figures">${label.price} ${label.every}</span>
        <span class="meta">${standing(one)}${autopay ? `, automatically with ${autopay.method.label}` : ''}</span>
        ${request ? html`<span class="status warn">${wishWords[request.kind]} <a href="#/invoices/reviews">Answer</a></span>` : nothing}</span>
      ${state === 'ended' ? nothing : this.ending === id ? this.#confirmEnd(one) : html`<span class="actions">
        <button type="button" class="quiet" aria-label="${state === 'paused' ? 'Resume' : 'Pause'}: ${name}" @click=${() => void this.#move(one, state === 'paused' ? 'resume' : 'pause')}>${state === 'paused' ? 'Resume' : 'Pause'}</button>
        <button type="button" class="quiet" aria-label="End: ${name}" @click=${() => { this.ending = id; }}>End</button></span>`}</li>`;
  }

  /** Final, so it is asked once more, in place. */
  #confirmEnd(one: Subscription): TemplateResult {
    return html`<span class="actions"><span class="meta">No more invoices. This is final.</span><button type="button" class="danger" @click=${() => void this.#move(one, 'end')}>End it</button>
      <button type="button" class="quiet" @click=${() => { this.ending = ''; }}>Keep it</button></span>`;
  }

  async #move({ id, name }: Subscription, verb: 'pause' | 'resume' | 'end'): Promise<void> {
    try {
      const after = await moveSubscription(id, verb);
      this.ending = '';
      invalidate('clients/', 'plans', 'plan-requests');
      const undo = { pause: 'resume', resume: 'pause' } as const;
      toast({ text: { pause: `${name} is paused. ${this.clientName} is told by mail.`, resume: `${name} goes on${after.next ? `: the next invoice is ${inSentence(dayInWords(after.next.on))}` : ''}.`, end: `${name} has ended.` }[verb], ...(verb !== 'end' && { action: { label: 'Undo', run: () => void this.#move(after, undo[verb]) } }) });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

function standing({ state, next, endedOn }: Subscription): string {
  if (state === 'ended') return `Ended ${endedOn ? inSentence(dayInWords(endedOn)) : ''}`;
  return next ? `Next invoice ${inSentence(dayInWords(next.on))}` : 'Paused: no invoices until it goes on';
}

customElements.define('portico-client-plans', PorticoClientPlans);
