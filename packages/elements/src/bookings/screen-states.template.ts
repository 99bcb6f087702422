import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';

/** The first screen's geometry in grey; styles show it only after 150 ms. */
export function skeleton(say: Say): TemplateResult {
  return html`
    <div class="skeleton" part="skeleton" aria-hidden="true">
      <span class="bone line"></span>
      <div class="when">
        <div class="month"><span class="bone bar"></span><div class="bones">${Array.from({ length: 35 }, () => html`<span class="bone"></span>`)}</div></div>
        <div class="times"><span class="bone bar"></span><div class="slots">${Array.from({ length: 9 }, () => html`<span class="bone tall"></span>`)}</div></div>
      </div>
    </div>
    <p class="unseen" role="status">${say('loading')}</p>
  `;
}

/** Something could not be loaded: what, and the way to try again. */
export function failed({ sentence, action, onRetry }: {
  readonly sentence: string;
  readonly action: string;
  onRetry(): void;
}): TemplateResult {
  return html`
    <div class="state" part="error" role="alert">
      <p class="sentence">${sentence}</p>
      <button type="button" class="secondary" part="button" data-action="retry" @click=${() => onRetry()}>${action}</button>
    </div>
  `;
}

/** Nothing to show yet, and why. */
export function empty(sentence: string, hint?: string): TemplateResult {
  return html`<div class="state" part="empty"><p class="strong">${sentence}</p>${hint ? html`<p class="hint">${hint}</p>` : nothing}</div>`;
}
