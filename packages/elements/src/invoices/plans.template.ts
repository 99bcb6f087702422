import type { OwnPlan, OwnPlanList, SavedMethod } from '@portico/contract/invoices/plans.ts';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { SayInvoices } from './invoices-messages.ts';
import type { PlanDesk } from './plan-desk.ts';

export interface PlansView {
  readonly say: SayInvoices;
  readonly plans: OwnPlanList;
  readonly headingLevel: number;
  readonly control: PlanDesk;
}

/** Every plan with what comes next, what can be done about it, and what is saved to pay it. */
export function plansSection(view: PlansView): TemplateResult {
  const { say, plans: { items, methods }, control } = view;
  return html`
    <section aria-labelledby="plans">
      <div class="eyebrow" id="plans" role="heading" aria-level=${view.headingLevel}>${say('plans')}</div>
      <ul class="plans" role="list" part="list">${items.map((plan) => planItem(view, plan))}</ul>
      ${methods.length === 0 ? nothing : html`
        <p class="label">${say('savedMethods')}</p>
        <ul role="list" class="methods figures">${methods.map((method) => methodItem(view, method))}</ul>`}
      ${failure(control, methods.map(({ id }) => `remove ${id}`))}
    </section>
  `;
}

function planItem(view: PlansView, plan: OwnPlan): TemplateResult {
  const { say, control } = view;
  const { id, name, label, state } = plan;
  return html`
    <li part="item" data-plan=${id} data-state=${state}>
      <div class="plan">
        <p class="strong">${name}</p>
        <p class="rhythm figures"><bdi>${say('planPrice', { amount: label.price, every: label.every })}</bdi></p>
      </div>
      <p class=${state === 'active' ? 'figures' : 'hint'}>${standing(view, plan)}</p>
      ${plan.open.map(({ label: { chargeOn } }) => (chargeOn && plan.autopay
        ? html`<p class="figures">${say('openCharge', { amount: label.price, method: plan.autopay.method.label, day: chargeOn })}</p>` : nothing))}
      ${plan.request ? html`<p class="asked">${say(asked[plan.request.kind])}</p>` : nothing}
      ${state === 'ended' ? nothing : html`<div class="actions">${doing(view, plan)}</div>`}
      ${control.reading === id ? control.acts?.consentAgain(view, plan) : nothing}
      ${control.wish?.planId === id ? control.acts?.wishForm(view, plan, control.wish) : nothing}
      ${failure(control, [`ask ${id}`, `auto ${id}`])}
    </li>
  `;
}

const asked = { pause: 'askedPause', resume: 'askedResume', cancel: 'askedCancel' } as const;

function standing({ say }: PlansView, { state, label, next, autopay }: OwnPlan): string {
  if (state === 'ended') return say('planEnded', { day: label.endedOn ?? '' });
  if (!next) return `${say('planPaused')}. ${say('planPausedHint')}`;
  return autopay ? say('nextCharge', { day: next.label.dueDay, amount: next.label.amount, method: autopay.method.label }) : say('nextInvoice', { day: next.label.onDay, amount: next.label.amount });
}

function doing({ say, control, plans }: PlansView, plan: OwnPlan): TemplateResult {
  const { id, name, request, autopay, consent, state } = plan;
  const [method] = plans.methods;
  const act = (what: string, label: string, run: () => unknown, isOpen?: boolean): TemplateResult => html`
    <button type="button" class="plain" part="button" data-action=${what} aria-label=${`${label}: ${name}`} aria-expanded=${isOpen === undefined ? nothing : String(isOpen)}
      aria-busy=${control.busy === `${what} ${id}` ? 'true' : nothing} aria-disabled=${control.busy ? 'true' : nothing} @click=${() => void run()}>${label}</button>`;
  const isPaused = state === 'paused';
  return html`
    ${request ? act('ask', say('takeBack'), () => control.takeBack(plan))
      : act('consider', say(isPaused ? 'goOn' : 'changePlan'), () => control.consider(plan), control.wish?.planId === id)}
    ${autopay ? act('auto', say('stopAutopay'), () => control.stop(plan))
      : method && consent ? act('read', say('payAutomatically', { method: method.label }), () => control.read(plan), control.reading === id) : nothing}
  `;
}

function methodItem({ say, control }: PlansView, method: SavedMethod): TemplateResult {
  return html`
    <li data-method=${method.id}>
      <span><bdi>${method.label}</bdi> ${method.expires ? html`<span class="hint">${say('methodUntil', { date: method.expires })}</span>` : nothing}</span>
      <button type="button" class="plain" part="button" data-action="remove" aria-label=${`${say('removeMethod')}: ${method.label}`}
        aria-busy=${control.busy === `remove ${method.id}` ? 'true' : nothing} aria-disabled=${control.busy ? 'true' : nothing} @click=${() => void control.remove(method)}>${say('removeMethod')}</button>
    </li>
  `;
}

const failure = ({ failure: failed }: PlanDesk, of: readonly string[]): TemplateResult | typeof nothing =>
  (failed && of.includes(failed.of) ? html`<p class="error" part="error" role="alert">${failed.text}</p>` : nothing);

const tick = html`<span class="tick" aria-hidden="true"><svg class="icon" viewBox="0 0 24 24">${svg`<path d="M20 6 9 17l-5-5"/>`}</svg></span>`;

/** Below the button that pays: whether this is the last time by hand. Never ticked beforehand. */
export function consentAtPaying({ plans, control }: Pick<PlansView, 'plans' | 'control'>): readonly TemplateResult[] {
  const offered = plans.items.filter(({ autopay, consent, open }) => !autopay && consent && open.length > 0);
  return offered.map((plan) => html`
    <label class="consent"><span class="pick"><input type="checkbox" data-consent=${plan.id} .checked=${control.ticked.has(plan.id)}
      @change=${(event: Event) => control.tick(plan, (event.target as HTMLInputElement).checked)}>${tick}</span><span>${plan.consent?.text}</span></label>`);
}
