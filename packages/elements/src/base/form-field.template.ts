import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search';
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'decimal' | 'search';
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
  /** Several lines. */
  readonly isLong?: boolean;
  /** True where a password manager has no business: notes, names. */
  readonly isPrivate?: boolean;
  onInput(value: string): void;
}

/** A label, its input, what helps and what is wrong; label and input in the same root, so that they belong together. */
export function formField(field: FormField): TemplateResult {
  const { name, label, hint, error } = field;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || nothing;
  return html`
    <div class="field">
      <label class="label" part="label" for=${name}>${label}</label>
      ${field.isLong ? textarea(field, described) : input(field, described)}
      ${hint ? html`<p class="hint" part="hint" id="${name}-hint">${hint}</p>` : nothing}
      ${error ? html`<p class="error" part="error" id="${name}-error">${error}</p>` : nothing}
    </div>
  `;
}

type Described = string | typeof nothing;
const typed = ({ onInput }: FormField) => (event: Event): void => onInput((event.target as HTMLInputElement | HTMLTextAreaElement).value);

function input(field: FormField, described: Described): TemplateResult {
  return html`
    <input part="input" id=${field.name} name=${field.name} type=${field.type ?? 'text'} .value=${live(field.value)}
      autocomplete=${field.autocomplete ?? 'off'} inputmode=${field.inputMode ?? nothing} ?required=${!field.isOptional}
      aria-invalid=${field.error ? 'true' : nothing} aria-describedby=${described} ?data-1p-ignore=${field.isPrivate}
      @input=${typed(field)}>`;
}

function textarea(field: FormField, described: Described): TemplateResult {
  return html`
    <textarea part="input" id=${field.name} name=${field.name} rows="3" .value=${live(field.value)} ?required=${!field.isOptional}
      aria-invalid=${field.error ? 'true' : nothing} aria-describedby=${described} ?data-1p-ignore=${field.isPrivate}
      @input=${typed(field)}></textarea>`;
}
