import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { publicTokens } from './token-list.ts';
import { cleanValue, mainControls, type Control, type Tokens } from './playground-controls.ts';

type SetToken = (name: string, value: string) => void;
const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** What most owners change. */
export function mainFields(tokens: Tokens, accent: string | undefined, set: SetToken): TemplateResult[] {
  return mainControls.map((control) => field(control.kind === 'colour' && accent ? { ...control, first: accent } : control, tokens[control.token] ?? '', set));
}

function field(control: Control, value: string, set: SetToken): TemplateResult {
  const { token, label } = control;
  if (control.kind === 'colour') {
    const shown = /^#[0-9a-f]{6}$/i.test(value) ? value : control.first;
    return html`<label>${label}<span class="pair"><input type="color" name=${token} .value=${live(shown)} @input=${(event: Event) => set(token, valueOf(event))}><output>${value || 'as in the console'}</output></span></label>`;
  }
  if (control.kind === 'range') {
    const number = Number.parseFloat(value || String(control.first));
    return html`<label>${label}<span class="pair"><input type="range" name=${token} min=${control.least} max=${control.most} step=${control.step ?? 1} .value=${live(String(number))}
      @input=${(event: Event) => set(token, `${valueOf(event)}${control.unit}`)}><output>${number} ${control.unit}</output></span></label>`;
  }
  return html`<label>${label}<select name=${token} @change=${(event: Event) => set(token, valueOf(event))}>${control.choices.map(([choice, name]) => html`<option value=${choice} ?selected=${choice === value}>${name}</option>`)}</select></label>`;
}

/** Every token there is, with its default in place of a value. */
export const tokenFields = {
  count: publicTokens.length,
  render: (tokens: Tokens, set: SetToken): TemplateResult => html`<div class="tokens">${publicTokens.map(({ name, about, default: standard }) => html`
    <label><code>${name.replace('--portal-', '')}</code><input type="text" name=${name} placeholder=${standard} spellcheck="false" autocomplete="off" .value=${live(tokens[name] ?? '')}
      @change=${(event: Event) => set(name, cleanValue(valueOf(event)))}><small>${about}</small></label>`)}</div>`,
};
