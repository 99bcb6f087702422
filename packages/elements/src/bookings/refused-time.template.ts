import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';

/** A time that could not be had, and the closest ones that can. */
export interface RefusedTime {
  readonly sentence: string;
  readonly nearest: readonly { readonly startsAt: string; readonly label: string; readonly day: string }[];
}

export function refusedTime({ say, refused, onTime }: {
  readonly say: Say;
  readonly refused: RefusedTime;
  onTime(startsAt: string): void;
}): TemplateResult {
  const { sentence, nearest } = refused;
  return html`
    <div class="refused" part="notice" role="group" aria-labelledby="refused-sentence">
      <p class="strong" id="refused-sentence" tabindex="-1">${sentence}</p>
      ${nearest.length === 0 ? html`<p class="hint">${say('chooseOther')}</p>` : html`<p class="hint">${say('nearest')}</p>`}
      ${nearest.length === 0 ? nothing : html`<ul class="slots wide" role="list">${nearest.map(({ startsAt, label, day }) => html`
        <li><button type="button" class="slot free" part="slot slot-free" @click=${() => onTime(startsAt)}>
          <span class="hint">${day}</span> ${label}</button></li>`)}</ul>`}
    </div>
  `;
}
