import type { OwnPlan } from '@portico/contract/invoices/plans.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formField } from '../base/form-field.template.ts';
import type { InvoicesMessage } from './invoices-messages.ts';
import type { PlanWish } from './plan-desk.ts';
import type { PlansView } from './plans.template.ts';

/** The same words as at paying, and agreeing to them with what is saved. */
export function consentAgain({ say, control, plans }: PlansView, plan: OwnPlan): TemplateResult | typeof nothing {
  const [method] = plans.methods;
  if (!method || !plan.consent || plan.autopay) return nothing;
  const isBusy = control.busy === `auto ${plan.id}`;
  return html`
    <div class="opened">
      <p class="sentence">${plan.consent.text}</p>
      <button type="button" class="secondary" part="button" data-action="agree" aria-busy=${isBusy ? 'true' : nothing} aria-disabled=${control.busy ? 'true' : nothing}
        @click=${() => void control.agree(plan, method)}>${isBusy ? html`<span class="progress" aria-hidden="true"></span>` : nothing}${say('agreeToThis')}</button>
    </div>
  `;
}

const words: Readonly<Record<PlanWish['kind'], InvoicesMessage>> = { pause: 'pausePlan', resume: 'resumePlan', cancel: 'endPlan' };

/** What to ask for, and why. */
export function wishForm({ say, control }: PlansView, plan: OwnPlan, wish: PlanWish): TemplateResult {
  const isBusy = control.busy === `ask ${plan.id}`;
  const kinds = [plan.state === 'paused' ? 'resume' : 'pause', 'cancel'] as const;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void control.ask();
  };
  return html`
    <form class="opened plan-wish" part="form" novalidate @submit=${submit}>
      <div class="kinds" role="radiogroup" aria-label=${plan.name}>
        ${kinds.map((kind) => html`<label class="kind"><input type="radio" name="kind" value=${kind} .checked=${wish.kind === kind} @change=${() => control.change({ kind })}><span class="round" aria-hidden="true"></span>${say(words[kind])}</label>`)}
      </div>
      ${formField({ name: 'plan-note', label: say('planNote'), value: wish.note, isOptional: true, isLong: true, isPrivate: true, hint: say('planAskHint'), onInput: (note) => control.change({ note: note.slice(0, 500) }) })}
      <button type="submit" class="secondary" part="button" aria-busy=${isBusy ? 'true' : nothing} aria-disabled=${control.busy ? 'true' : nothing}>${say('planAsk')}</button>
    </form>
  `;
}
