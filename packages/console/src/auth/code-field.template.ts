import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormController } from '../ui/form-controller.ts';

/** Six digits: accepts pasting with spaces, and submits itself when complete. */
export function codeField<Draft extends { code: string }>(form: FormController<Draft>, name: 'code', label: string, onComplete: () => void): TemplateResult {
  const id = `${form.id}-code`;
  const error = form.errors[name] ?? '';
  const typed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const digits = input.value.replace(/\D/g, '').slice(0, 6);
    input.value = digits;
    const isNew = digits !== form.draft.code;
    form.set('code', digits as Draft['code']);
    if (isNew && digits.length === 6) onComplete();
  };
  return html`<div class="field"><label for=${id}>${label}</label>
    <input class="code" id=${id} name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" autofocus .value=${live(form.draft.code)}
      aria-invalid=${error || form.failure ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing} @input=${typed}>
    ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}</div>`;
}
