import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface LightField {
  /** Of the form: makes ids that are its own on the whole page. */
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'email' | 'password';
  /** One token of the standard: what password managers and keyboards go by. */
  readonly autocomplete: string;
  readonly isDigits?: boolean;
  readonly isFixed?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  onInput?(value: string): void;
}

/** A field of a form in the light DOM. */
export function lightField(field: LightField): TemplateResult {
  const { name, label, hint, error } = field;
  const id = `${field.form}-${name}`;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <input id=${id} name=${name} type=${field.type ?? 'text'} autocomplete=${field.autocomplete} .value=${live(field.value)}
        autocapitalize="off" spellcheck="false" inputmode=${field.isDigits ? 'numeric' : nothing} ?readonly=${field.isFixed} required
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${described}
        @input=${(event: Event) => field.onInput?.((event.target as HTMLInputElement).value)}>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${error ? html`<p class="error" id="${id}-error" role="alert">${error}</p>` : nothing}
    </div>
  `;
}

/** The form's one button. It stays focusable while it works, so that focus is not lost. */
export function submitButton(label: string, isBusy: boolean): TemplateResult {
  return html`<button type="submit" aria-busy=${isBusy ? 'true' : nothing}>${label}</button>`;
}
