import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { plans, startSubscription } from '../api/plans.ts';
import { addDays } from '../ui/civil-time.ts';
import { checkField, choiceField, dateField, saveRow } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { dayInWords, inSentence, today } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { closeSheet } from '../ui/sheet.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { invoicesChanged } from './live-invoices.ts';

const isLastOfMonth = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && addDays(day, 1).slice(5, 7) !== day.slice(5, 7);

/** Starts a plan for a client: what starts today is invoiced at once. */
export class PorticoStartPlan extends LightElement {
  static override properties = { client: { attribute: false } };
  declare client: { readonly id: string; readonly name: string };
  readonly #plans = new QueryController(this, () => plans);
  readonly #form = new FormController(this, { planId: '', startsOn: today(), isLastDay: true });

  protected override render(): TemplateResult {
    const offered = this.#plans.value?.items.filter(({ archived }) => !archived);
    if (!offered) return html`${waiting(this.#plans, 3)}`;
    if (offered.length === 0) return html`<p>There is no plan to start yet.</p><p><a class="button primary" href="#/settings/plans/new" @click=${closeSheet}>Add a plan</a></p>`;
    const form = this.#form;
    if (offered.length === 1 && offered[0] && form.draft.planId === '') form.draft = { ...form.draft, planId: offered[0].id };
    const { planId, startsOn } = form.draft;
    const chosen = offered.find(({ id }) => id === planId);
    const choices = offered.map(({ id, name, label }) => ({ value: id, label: name, detail: `${label.price} ${label.every}` }));
    return html`<form novalidate @submit=${this.#start}><p>For <span class="name">${this.client.name}</span></p>
      ${choiceField(form, 'planId', { label: 'Plan', choices })}${dateField(form, 'startsOn', { label: 'First invoice', min: today() })}
      ${chosen && chosen.interval !== 'week' && isLastOfMonth(startsOn) ? checkField(form, 'isLastDay', 'Always on the last day of the month') : nothing}
      ${chosen ? html`<p class="note">${chosen.label.price} ${chosen.label.every}, ${startsOn <= today() ? 'from today' : `from ${inSentence(dayInWords(startsOn))} on`}. ${this.client.name} gets each invoice by mail${startsOn <= today() ? ', the first one now' : ''}, and can agree in the portal to pay automatically.</p>` : nothing}
      ${saveRow(form, { label: 'Start it' })}</form>`;
  }

  readonly #start = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { planId, startsOn, isLastDay } = this.#form.draft;
    const chosen = this.#plans.value?.items.find(({ id }) => id === planId);
    if (this.#form.refuse({ planId: planId ? '' : 'Choose a plan.', startsOn: /^\d{4}-\d\d-\d\d$/.test(startsOn) ? '' : 'Use a day such as 26 November.' })) return;
    const isAnchoredToEnd = isLastDay && chosen?.interval !== 'week' && isLastOfMonth(startsOn);
    const started = await this.#form.send(() => startSubscription(this.client.id, { planId, startsOn, ...(isAnchoredToEnd && { anchorDay: 31 }) }));
    if (!started) return;
    invoicesChanged();
    invalidate('plans');
    closeSheet();
    toast({ text: `${started.name} is started for ${this.client.name}.` });
  };
}

customElements.define('portico-start-plan', PorticoStartPlan);
