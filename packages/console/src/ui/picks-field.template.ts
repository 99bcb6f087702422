import { html, nothing, type TemplateResult } from 'lit';
import type { FormController } from './form-controller.ts';

type ListName<Draft, Value> = { [Name in keyof Draft & string]: Draft[Name] extends readonly Value[] ? Name : never }[keyof Draft & string];

interface Picks<Value> {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string | TemplateResult }[];
  /** So many may be picked. */
  readonly most?: number;
  readonly hint?: string;
}

/** Any of a few, all visible. What is picked and not among the choices stays picked. */
export function picksField<Draft extends object, Value extends string | number>(form: FormController<Draft>, name: ListName<Draft, Value>, { label, choices, most = Infinity, hint }: Picks<Value>): TemplateResult {
  const picked = form.draft[name] as readonly Value[];
  const error = form.errors[name];
  const place = (value: Value): number => choices.findIndex((choice) => choice.value === value);
  const toggle = (value: Value): void => {
    const next = picked.includes(value) ? picked.filter((other) => other !== value) : [...picked, value];
    form.set(name, next.toSorted((a, b) => place(a) - place(b)) as Draft[typeof name]);
  };
  return html`<fieldset class="field"><legend class="label">${label}</legend><div class="picks">${choices.map((choice) => html`<label class="check"><input type="checkbox"
      .checked=${picked.includes(choice.value)} ?disabled=${picked.length >= most && !picked.includes(choice.value)} aria-invalid=${error ? 'true' : nothing}
      @change=${() => toggle(choice.value)}><span>${choice.label}</span></label>`)}</div>
    ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}${hint ? html`<p class="hint">${hint}</p>` : nothing}</fieldset>`;
}
