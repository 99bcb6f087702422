import type { PackageProduct } from '@portico/contract/invoices/packages.ts';
import type { Plan } from '@portico/contract/invoices/plans.ts';
import type { TaxRate } from '@portico/contract/invoices/settings.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { invalidate } from '../api/cache.ts';
import { invoiceSettings } from '../api/invoices.ts';
import { addPlan, changePlan } from '../api/plans.ts';
import { go } from '../app/router.ts';
import { mayAdminister } from '../app/session.ts';
import { choiceField, saveRow, textArea, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { plural, theHouse } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { planDraftOf, readPlan, type PlanDraft } from './plan-draft.ts';
import { taxPicks } from './tax-picks.template.ts';

const intervals = [{ value: 'week', label: 'weeks' }, { value: 'month', label: 'months' }, { value: 'quarter', label: 'quarters' }, { value: 'year', label: 'years' }];

/** One plan: how much, how often, and what comes with it. How often never changes, since clients have agreed to it. */
export class PorticoPlanEditor extends LightElement {
  static override properties = { plan: { attribute: false }, products: { attribute: false }, taxes: { attribute: false } };
  declare plan: Plan | undefined;
  declare products: readonly PackageProduct[];
  declare taxes: readonly TaxRate[];
  readonly #settings = new QueryController(this, () => invoiceSettings);
  readonly #form = new FormController<PlanDraft>(this, planDraftOf(undefined, [], false));
  #filledFor: string | undefined;

  protected override willUpdate(): void {
    const key = this.plan?.id ?? 'new';
    if (!this.#settings.value || key === this.#filledFor) return;
    this.#filledFor = key;
    this.#form.fill(planDraftOf(this.plan, this.taxes, this.#settings.value.pricesIncludeTax));
  }

  protected override render(): TemplateResult {
    if (this.#filledFor === undefined) return html`${waiting(this.#settings, 6)}`;
    const { plan } = this;
    const form = this.#form;
    return html`<p class="crumb"><a href="#/settings/plans">Plans</a></p><div class="title-row"><h2 class="title">${plan?.name ?? 'A new plan'}</h2></div>
      ${plan && plan.subscribers > 0 ? html`<p class="lead">A new price counts from the next invoice of ${plural(plan.subscribers, 'client')}. Whoever pays automatically is told a week before.</p>` : nothing}
      <form novalidate @submit=${this.#save}>
        <div class="group"><h3>What it is</h3>${textField(form, 'name', { label: 'Name', maxlength: 80, width: 'middle', placeholder: 'Monthly care' })}
          ${textArea(form, 'description', { label: 'Description', isOptional: true, hint: 'A sentence that clients read.', maxlength: 500, rows: 2 })}</div>
        <div class="group"><h3>How much, and when</h3>${textField(form, 'price', { label: 'Price for each period', path: 'priceMinor', before: theHouse().currency, inputmode: 'decimal', width: 'middle' })}
          ${taxPicks(form, this.taxes)}
          ${plan ? html`<p class="meta">Invoiced ${plan.label.every}.</p>` : html`<div class="pair">${textField(form, 'every', { label: 'Invoiced every', inputmode: 'numeric', maxlength: 2 })}${choiceField(form, 'interval', { label: 'Unit', choices: intervals })}</div>`}
          ${textField(form, 'dueDays', { label: 'To be paid within', after: 'days', inputmode: 'numeric', maxlength: 2, width: 'short', hint: '0: on the day of the invoice.' })}</div>
        ${this.#sessionsField()}
        ${mayAdminister() ? saveRow(form, { label: plan ? 'Save' : 'Add plan', rest: plan ? html`<button type="button" class="quiet" @click=${() => void this.#archive()}>${plan.archived ? 'Offer it again' : 'Stop offering it'}</button>` : nothing }) : html`<p class="meta">Only administrators can change this.</p>`}</form>`;
  }

  #sessionsField(): TemplateResult | typeof nothing {
    const { packageId } = this.#form.draft;
    const usable = this.products.filter(({ archived, id }) => !archived || id === packageId);
    if (usable.length === 0) return nothing;
    const choices = [{ value: '', label: 'No sessions' }, ...usable.map(({ id, name, sessions }) => ({ value: id, label: name, detail: plural(sessions, 'session') }))];
    return html`<div class="group"><h3>What comes with it</h3>${choiceField(this.#form, 'packageId', { label: 'Sessions', choices, hint: 'Every period that is paid brings this package; its own days of use count from then.' })}</div>`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { input: { every, interval, ...input }, errors } = readPlan(this.#form.draft);
    if (this.#form.refuse(errors)) return;
    const { plan } = this;
    const saved = await this.#form.send(() => (plan ? changePlan(plan.id, input) : addPlan({ ...input, every, interval })));
    if (!saved) return;
    invalidate('plans', 'clients/');
    if (!plan) go('#/settings/plans');
  };

  async #archive(): Promise<void> {
    const { plan } = this;
    if (!plan || !(await this.#form.send(() => changePlan(plan.id, { archived: !plan.archived })))) return;
    invalidate('plans');
    go('#/settings/plans');
  }
}

customElements.define('portico-plan-editor', PorticoPlanEditor);
