import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DayLimits } from './day-text.ts';
import type { FormController } from './form-controller.ts';
import type { ChoiceOption } from './portico-choice.ts';
import './portico-date.ts';

type TextName<Draft> = { [Name in keyof Draft & string]: Draft[Name] extends string ? Name : never }[keyof Draft & string];
type FlagName<Draft> = { [Name in keyof Draft & string]: Draft[Name] extends boolean ? Name : never }[keyof Draft & string];

interface FieldOptions {
  readonly label: string;
  readonly hint?: string | TemplateResult | undefined;
  /** The name the server uses, where it differs from the draft's. */
  readonly path?: string;
  readonly isOptional?: boolean;
}
interface TextOptions extends FieldOptions {
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search';
  readonly autocomplete?: AutoFill;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  readonly placeholder?: string;
  readonly maxlength?: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly width?: 'short' | 'middle' | 'wide';
  readonly autofocus?: boolean;
  readonly onInput?: (text: string) => void;
}

/** A label, an input and what is wrong with it. */
export function textField<Draft extends object>(form: FormController<Draft>, name: TextName<Draft>, options: TextOptions): TemplateResult {
  const { id, error, describedBy } = partsOf(form, name, options);
  const read = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    form.set(name, value as Draft[typeof name]);
    options.onInput?.(value);
  };
  const input = html`<input id=${id} name=${name} type=${options.type ?? 'text'} .value=${live(form.draft[name] as string)}
    autocomplete=${options.autocomplete ?? 'off'} inputmode=${options.inputmode ?? nothing} placeholder=${options.placeholder ?? nothing}
    maxlength=${options.maxlength ?? nothing} aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy}
    ?autofocus=${options.autofocus} ?required=${!options.isOptional} @input=${read}>`;
  const control = options.before || options.after
    ? html`<span class="affixed">${affix(options.before)}${input}${affix(options.after)}</span>` : input;
  return frame(id, options, error, control, options.width);
}

export function textArea<Draft extends object>(form: FormController<Draft>, name: TextName<Draft>, options: FieldOptions & { readonly rows?: number; readonly maxlength?: number }): TemplateResult {
  const { id, error, describedBy } = partsOf(form, name, options);
  return frame(id, options, error, html`<textarea id=${id} name=${name} rows=${options.rows ?? 3} maxlength=${options.maxlength ?? nothing}
    .value=${live(form.draft[name] as string)} aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy}
    @input=${(event: Event) => form.set(name, (event.target as HTMLTextAreaElement).value as Draft[typeof name])}></textarea>`);
}

export function checkField<Draft extends object>(form: FormController<Draft>, name: FlagName<Draft>, label: string, hint?: string): TemplateResult {
  const id = `${form.id}-${name}`;
  return html`<div class="check">
    <input type="checkbox" id=${id} name=${name} .checked=${live(form.draft[name] as boolean)} aria-describedby=${hint ? `${id}-hint` : nothing}
      @change=${(event: Event) => form.set(name, (event.target as HTMLInputElement).checked as Draft[typeof name])}>
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** One of a few, all visible. */
export function segmentField<Draft extends object>(form: FormController<Draft>, name: TextName<Draft>, options: FieldOptions & { readonly choices: readonly ChoiceOption[] }): TemplateResult {
  const { id, error, describedBy } = partsOf(form, name, options);
  return html`<fieldset class="field segments" aria-describedby=${describedBy}>
    <legend>${options.label}</legend>
    <div class="segment-row">${options.choices.map((choice) => html`<label class="segment">
      <input type="radio" name="${id}" value=${choice.value} .checked=${live(form.draft[name] === choice.value)}
        @change=${() => form.set(name, choice.value as Draft[typeof name])}><span>${choice.label}</span></label>`)}</div>
    ${below(id, options, error)}
  </fieldset>`;
}

/** One of many, in a list that opens. */
export function choiceField<Draft extends object>(form: FormController<Draft>, name: TextName<Draft>, options: FieldOptions & {
  readonly choices: readonly ChoiceOption[]; readonly searchable?: boolean; readonly placeholder?: string; readonly width?: TextOptions['width'];
  readonly onChoose?: (value: string) => void;
}): TemplateResult {
  const { id, error } = partsOf(form, name, options);
  const control = html`<portico-choice .fieldId=${id} .label=${options.label} .options=${options.choices} .value=${form.draft[name] as string}
    .searchable=${options.searchable ?? false} .placeholder=${options.placeholder ?? 'Choose'} .invalid=${Boolean(error)}
    @choose=${(event: CustomEvent<string>) => { form.set(name, event.detail as Draft[typeof name]); options.onChoose?.(event.detail); }}></portico-choice>`;
  return frame(id, options, error, control, options.width, true);
}

/** A day: typed, or chosen from a month. The draft holds `2026-11-26`, or what was typed as long as it is no day. */
export function dateField<Draft extends object>(form: FormController<Draft>, name: TextName<Draft>, options: FieldOptions & DayLimits & { readonly onChoose?: (day: string) => void }): TemplateResult {
  const { id, error, describedBy } = partsOf(form, name, options);
  const control = html`<portico-date .fieldId=${id} .label=${options.label} .value=${form.draft[name] as string} .min=${options.min} .max=${options.max} .error=${error}
    .describedBy=${describedBy === nothing ? undefined : describedBy}
    @choose-day=${(event: CustomEvent<string>) => { form.set(name, event.detail as Draft[typeof name]); options.onChoose?.(event.detail); }}></portico-date>`;
  return frame(id, options, error, control);
}

/** What went wrong with the form as a whole. */
export function formFailure(form: FormController<object>): TemplateResult {
  return html`<div role="alert" class="form-failure">${form.failure ? html`<p class="error">${form.failure}</p>` : nothing}</div>`;
}

export interface SaveRow {
  readonly label: string;
  readonly tone?: 'primary' | 'danger' | 'plain';
  readonly rest?: TemplateResult | typeof nothing;
}

/** The form's one button, which shows its own progress. */
export function saveRow(form: FormController<object>, { label, tone = 'primary', rest }: SaveRow): TemplateResult {
  // Another word on the button has another success: a next step, a new row, a closed sheet.
  const said = label === 'Save' && form.isSaved && !form.isDirty ? 'Saved' : '';
  return html`${formFailure(form)}<div class="actions">
    <button type="submit" class=${tone} aria-disabled=${form.isBusy ? 'true' : 'false'} ?data-busy=${form.isBusy}>${label}</button>
    ${rest ?? nothing}<span class="saved" role="status">${said}</span></div>`;
}

function partsOf<Draft extends object>(form: FormController<Draft>, name: string, { path, hint }: FieldOptions) {
  const id = `${form.id}-${name}`;
  const error = form.errors[path ?? name] ?? '';
  return { id, error, describedBy: error ? `${id}-error` : hint ? `${id}-hint` : nothing };
}

function frame(id: string, options: FieldOptions, error: string, control: TemplateResult, width?: TextOptions['width'], isGroup = false): TemplateResult {
  const optional = options.isOptional ? html`<span class="optional">optional</span>` : nothing;
  const label = isGroup ? html`<span class="label" id="${id}-label">${options.label} ${optional}</span>` : html`<label for=${id}>${options.label} ${optional}</label>`;
  return html`<div class="field ${width ?? ''}">${label}${control}${below(id, options, error)}</div>`;
}

function below(id: string, { hint }: FieldOptions, error: string): TemplateResult | typeof nothing {
  if (error) return html`<p class="error" id="${id}-error">${error}</p>`;
  return hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;
}

function affix(text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<span class="affix">${text}</span>` : nothing;
}
