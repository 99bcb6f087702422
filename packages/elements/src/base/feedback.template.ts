import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** Shapes that stand in for what is loading, shown after 150 ms. Pass an element's own geometry, or a number of lines. */
export function skeleton(label: string, shape: TemplateResult | number = 4): TemplateResult {
  const bones = typeof shape === 'number' ? Array.from({ length: shape }, () => html`<div class="bone"></div>`) : shape;
  return html`
    <div part="skeleton" role="status"><span class="unseen">${label}</span><div class="skeleton" aria-hidden="true">${bones}</div></div>
  `;
}

export interface Failed {
  readonly message: string;
  readonly retry: string;
  onRetry(): void;
}

/** What could not be shown, and a way to try again. */
export function failed({ message, retry, onRetry }: Failed): TemplateResult {
  return html`
    <div class="failed" part="message" role="alert">
      <p part="error">${message}</p>
      <button type="button" class="plain" part="button" @click=${onRetry}>${retry}</button>
    </div>
  `;
}

/** Nothing here: one sentence, at most one thing to do. */
export function empty(message: string, action?: { readonly label: string; onAct(): void }): TemplateResult {
  return html`
    <div part="empty">
      <p>${message}</p>
      ${action ? html`<button type="button" class="plain" part="button" @click=${action.onAct}>${action.label}</button>` : nothing}
    </div>
  `;
}
