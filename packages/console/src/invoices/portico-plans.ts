import type { Plan } from '@portico/contract/invoices/plans.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { packages, taxes } from '../api/invoices.ts';
import { plans } from '../api/plans.ts';
import { mayAdminister } from '../app/session.ts';
import { plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import './portico-plan-editor.ts';

/** Plans that this business offers: invoiced again and again. */
export class PorticoPlans extends LightElement {
  static override properties = { item: {} };
  declare item: string;
  readonly #plans = new QueryController(this, () => plans);
  readonly #packages = new QueryController(this, () => packages);
  readonly #taxes = new QueryController(this, () => taxes);

  protected override render(): TemplateResult {
    const list = this.#plans.value?.items;
    const [products, rates] = [this.#packages.value?.items, this.#taxes.value?.items];
    if (!list || !products || !rates) return html`${waiting(this.#plans, 4)}`;
    const chosen = list.find(({ id }) => id === this.item);
    if (this.item === 'new' || chosen) return html`<portico-plan-editor .plan=${chosen} .products=${products} .taxes=${rates}></portico-plan-editor>`;
    const [offered, archived] = [list.filter((one) => !one.archived), list.filter((one) => one.archived)];
    return html`<div class="title-row"><h2 class="title">Plans</h2>${mayAdminister() ? html`<a class="button primary" href="#/settings/plans/new">Add a plan</a>` : nothing}</div>${staleNote(this.#plans)}
      ${offered.length === 0 ? html`<div class="empty"><p>No plans yet. What a client pays every month is invoiced by itself, on its day.</p></div>` : html`<ul class="rows">${offered.map(planRow)}</ul><p class="meta">Start one on the client’s own page.</p>`}
      ${archived.length > 0 ? html`<section class="section"><h2>No longer offered</h2><ul class="rows">${archived.map(planRow)}</ul></section>` : nothing}`;
  }
}

const planRow = ({ id, name, label, subscribers }: Plan): TemplateResult => html`<li><a class="row-link grow" href="#/settings/plans/${id}"><span class="name">${name}</span>
  <span class="meta">${subscribers === 0 ? 'nobody has it' : plural(subscribers, 'client')}</span></a><span class="figures">${label.price} ${label.every}</span></li>`;

customElements.define('portico-plans', PorticoPlans);
