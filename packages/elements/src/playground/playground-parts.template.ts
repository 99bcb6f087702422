import { html, type TemplateResult } from 'lit';

interface Segment<Key> {
  readonly key: Key;
  readonly name: string;
}

/** One of a few, all visible. */
export function segments<Key extends string>(label: string, choices: readonly Segment<Key>[], chosen: Key, onChoose: (key: Key) => void): TemplateResult {
  return html`<fieldset class="segments"><legend>${label}</legend>
    ${choices.map(({ key, name }) => html`<label><input type="radio" name=${label} value=${key} .checked=${key === chosen} @change=${() => onChoose(key)}><span>${name}</span></label>`)}
  </fieldset>`;
}

/** Something to paste. */
export function codeBox(title: string, text: string, copied: string, onCopy: (text: string) => void): TemplateResult {
  return html`<section aria-label=${title}><div class="code-head"><h2>${title}</h2><button type="button" @click=${() => onCopy(text)}><span role="status">${copied === text ? 'Copied' : 'Copy'}</span></button></div>
    <pre tabindex="0"><code>${text}</code></pre></section>`;
}
