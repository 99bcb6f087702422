import type { Service } from '@portico/contract/bookings/services.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.template.ts';
import type { Say } from './translate.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly meta?: string;
}

export interface ChoiceList {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
  readonly isFloating: boolean;
  onChoose(value: string): void;
  /** The person has decided: close. Absent where the list stays open. */
  onDone?(): void;
}

/** Radio buttons as a list: arrows change the answer, a click or Enter also closes it. */
export function choiceList(view: ChoiceList): TemplateResult {
  const keys = (event: KeyboardEvent): void => {
    if (!view.onDone || !['Enter', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    view.onDone();
  };
  return html`
    <fieldset id=${view.onDone ? 'choices' : nothing} class="choices ${view.isFloating ? 'floating' : ''}" part=${view.isFloating ? 'popover' : 'list'}
      popover=${view.isFloating ? 'manual' : nothing} @keydown=${keys}>
      <legend class=${view.isFloating ? 'unseen' : 'hint'}>${view.legend}</legend>
      ${view.choices.map((choice) => row(view, choice))}
    </fieldset>
  `;
}

function row(view: ChoiceList, { value, label, hint, meta }: Choice): TemplateResult {
  const isChosen = view.chosen === value;
  const onClick = (event: MouseEvent): void => {
    // A click made by an arrow key has no pointer behind it (detail 0) and must not close the list.
    if (event.detail === 0 || !view.onDone) return;
    // The list is gone before the browser would check the radio button of a label.
    event.preventDefault();
    if (!isChosen) view.onChoose(value);
    view.onDone();
  };
  return html`
    <label class="choice" part="item ${isChosen ? 'item-selected' : ''}" @click=${onClick}>
      <input type="radio" name=${view.name} .value=${value} .checked=${isChosen} @change=${() => view.onChoose(value)}>
      <span class="tick">${icon('check')}</span>
      <span class="label">${label}</span>
      ${meta ? html`<span class="meta figures">${meta}</span>` : nothing}
      ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    </label>
  `;
}

/** The kinds of session as rows to choose from. */
export function serviceChoicesOf(services: readonly Service[], say: Say): readonly Choice[] {
  return services.map((service) => ({
    value: service.id, label: service.name, hint: service.description,
    meta: [say('minutes', { count: service.durationMinutes }), service.priceLabel].filter(Boolean).join(' · '),
  }));
}
