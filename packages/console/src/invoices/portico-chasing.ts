import type { Chasing, ChasingStep } from '@portico/contract/invoices/chasing.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { chasing, invoiceSettings } from '../api/invoices.ts';
import { dayOf, inSentence, moment } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { setHeld, stepWords } from './chasing-words.ts';
import { dueWords } from './due-words.ts';
import { openInvoiceSheet } from './open-invoice-sheets.ts';
import './portico-invoices-head.ts';

const spans = [{ days: 14, name: 'Two weeks' }, { days: 30, name: 'A month' }, { days: 90, name: 'Three months' }] as const;

/** What will go out about unpaid invoices, day by day, and what is held back. */
export class PorticoChasing extends LightElement {
  static override properties = { days: { state: true } };
  declare days: number;
  readonly #chasing = new QueryController<Chasing>(this, () => chasing(this.days));
  readonly #settings = new QueryController(this, () => invoiceSettings);

  constructor() {
    super();
    this.days = 14;
  }

  protected override render(): TemplateResult {
    const plan = this.#chasing.value;
    return html`<div class="page"><portico-invoices-head shown="chasing"></portico-invoices-head>${staleNote(this.#chasing)}
      <div class="list-tools invoice-tools"><fieldset class="segments"><legend class="visually-hidden">How far ahead</legend><div class="segment-row">${spans.map(({ days, name }) => html`<label class="segment"><input type="radio" name="chasing-days" value=${days} .checked=${this.days === days}
        @change=${() => { this.days = days; }}><span>${name}</span></label>`)}</div></fieldset><a class="chasing-settings" href="#/settings/invoices">When reminders go out</a></div>
      ${plan ? html`${this.#toCome(plan)}${this.#held(plan)}` : waiting(this.#chasing, 6)}</div>`;
  }

  #toCome({ items }: Chasing): TemplateResult {
    const steps = items.filter(({ held }) => !held);
    if (steps.length === 0) return html`<div class="empty"><p>${this.#whyNothing()}</p></div>`;
    const mornings = Map.groupBy(steps, ({ at }) => at);
    return html`${[...mornings].map(([at, some]) => html`<section class="section chasing-day"><h2>${moment(at)}</h2><ul class="rows">${some.map((step) => this.#step(step))}</ul></section>`)}`;
  }

  #whyNothing(): TemplateResult {
    const settings = this.#settings.value;
    if (settings && settings.reminderDays.length === 0 && settings.lateFee.kind === 'none') return html`Reminders are off. <a href="#/settings/invoices">Choose when they go out</a>, and nobody has to ask for money.`;
    return html`Nothing goes out in this time. Reminders come by themselves, counted from the day an invoice is due, and stop when it is paid.`;
  }

  #step(step: ChasingStep): TemplateResult {
    const { invoiceId, number, clientId, clientName, dueOn, label } = step;
    return html`<li class="chasing-row"><span class="grow"><a class="name" href="#/clients/${clientId}">${clientName}</a><span class="meta">${stepWords(step)}</span>
        <span class="meta"><button type="button" class="link" @click=${() => openInvoiceSheet(invoiceId, number)}>${number}</button>, ${dueWords(dueOn)}</span></span>
      <span class="invoice-sum figures">${label}</span>
      <button type="button" class="quiet" aria-label="Hold back: ${clientName}, ${number}" @click=${() => void setHeld(invoiceId, number, true)}>Hold back</button></li>`;
  }

  #held({ held }: Chasing): TemplateResult | typeof nothing {
    if (held.length === 0) return nothing;
    return html`<section class="section"><h2>Held back</h2><ul class="rows">${held.map(({ invoiceId, number, clientId, clientName, since }) => html`<li class="chasing-row"><span class="grow"><a class="name" href="#/clients/${clientId}">${clientName}</a>
      <span class="meta"><button type="button" class="link" @click=${() => openInvoiceSheet(invoiceId, number)}>${number}</button>, since ${inSentence(dayOf(since))}</span></span>
      <button type="button" class="quiet" aria-label="Let it go on: ${clientName}, ${number}" @click=${() => void setHeld(invoiceId, number, false)}>Let it go on</button></li>`)}</ul></section>`;
  }
}

customElements.define('portico-chasing', PorticoChasing);
