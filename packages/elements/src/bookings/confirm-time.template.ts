import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from './choice-list.template.ts';
import { choiceList } from './choice-list.template.ts';
import { icon } from './icons.template.ts';
import type { Say } from './translate.ts';

/** What a guest tells about themselves. */
export interface Details {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly note: string;
}

export type DetailField = keyof Details;

export interface ConfirmTime {
  readonly say: Say;
  /** `Friday 27 November`. */
  readonly dayName: string;
  /** `Sports massage with Anna · R 650`. */
  readonly what: string;
  /** Asked here when the visitor has not chosen what to book yet. */
  readonly kinds: readonly Choice[];
  readonly kind: string;
  readonly fields: readonly DetailField[];
  readonly details: Details;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  /** What went wrong with the whole attempt. */
  readonly failure: string | undefined;
  readonly isNoteOpen: boolean;
  readonly isBusy: boolean;
  /** It is not known yet what pays: a moment, and the button says it. */
  readonly isLooking: boolean;
  /** A package or money, where both are possible. */
  readonly payChoice: TemplateResult | typeof nothing;
  readonly action: string;
  readonly busyAction: string;
  readonly promise: string | undefined;
  onKind(id: string): void;
  onInput(field: DetailField, value: string): void;
  onOpenNote(): void;
  onSubmit(): void;
  onClose(): void;
}

/** The chosen time's own confirmation: as few questions as possible, then one button. */
export function confirmTime(view: ConfirmTime): TemplateResult {
  const { say, failure, isBusy } = view;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isBusy && !view.isLooking) view.onSubmit();
  };
  return html`
    <form class="confirm" part="confirm" novalidate aria-busy=${isBusy} @submit=${submit}>
      <p class="confirm-what"><span class="strong">${view.dayName}</span> <span class="hint">${view.what}</span></p>
      <button type="button" class="round close" part="button" aria-label=${say('close')} @click=${() => view.onClose()}>${icon('close')}</button>
      ${view.kinds.length > 1 ? choiceList({
        name: 'kind', legend: say('kindOfSession'), choices: view.kinds, chosen: view.kind, isFloating: false, onChoose: view.onKind,
      }) : nothing}
      ${view.fields.filter((field) => field !== 'note').map((field) => textField(view, field))}
      ${view.payChoice}
      ${noteField(view)}
      ${failure ? html`<p class="error" part="error" role="alert">${failure}</p>` : nothing}
      <button type="submit" class="primary" part="button button-primary" aria-disabled=${isBusy || view.isLooking ? 'true' : nothing}>
        ${isBusy ? html`<span class="progress" aria-hidden="true"></span>${view.busyAction}` : view.action}
      </button>
      ${view.promise ? html`<p class="hint">${view.promise}</p>` : nothing}
    </form>
  `;
}

const inputs = {
  name: { type: 'text', complete: 'name', mode: nothing },
  email: { type: 'email', complete: 'email', mode: 'email' },
  phone: { type: 'tel', complete: 'tel', mode: 'tel' },
} as const;

function textField({ say, details, errors, isBusy, onInput }: ConfirmTime, field: Exclude<DetailField, 'note'>): TemplateResult {
  const { type, complete, mode } = inputs[field];
  const error = errors[field];
  return html`
    <div class="field ${error ? 'wrong' : ''}">
      <label part="label" for="field-${field}">${say(field)}</label>
      <input part="input" id="field-${field}" name=${field} type=${type} inputmode=${mode} autocomplete=${complete} required
        .value=${details[field]} ?readonly=${isBusy} aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? `error-${field}` : nothing}
        @input=${(event: Event) => onInput(field, (event.target as HTMLInputElement).value)}>
      ${error ? html`<p class="error" part="error" id="error-${field}">${error}</p>` : nothing}
    </div>
  `;
}

function noteField({ say, details, errors, fields, isNoteOpen, isBusy, onInput, onOpenNote }: ConfirmTime): TemplateResult | typeof nothing {
  if (!fields.includes('note')) return nothing;
  if (!isNoteOpen) return html`<button type="button" class="plain fold" part="button" @click=${() => onOpenNote()}>${say('addNote')}</button>`;
  return html`
    <div class="field">
      <label part="label" for="field-note">${say('note')}</label>
      <textarea part="input" id="field-note" name="note" rows="3" maxlength="1000" data-1p-ignore data-lpignore="true" .value=${details.note}
        ?readonly=${isBusy} @input=${(event: Event) => onInput('note', (event.target as HTMLTextAreaElement).value)}></textarea>
      ${errors.note ? html`<p class="error" part="error">${errors.note}</p>` : nothing}
    </div>
  `;
}
