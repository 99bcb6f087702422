import { html, nothing, type TemplateResult } from 'lit';
import { sentenceOf } from '../api/problem-error.ts';
import type { QueryController } from './query-controller.ts';

/** While something loads: nothing, then after 150 ms grey lines of about the right shape; when it failed, a way to retry. */
export function waiting(query: QueryController<unknown>, rows = 4): TemplateResult | typeof nothing {
  if (query.error && query.value === undefined) {
    return html`<div class="empty" role="alert"><p>${sentenceOf(query.error)}</p><button type="button" @click=${() => query.retry()}>Try again</button></div>`;
  }
  if (!query.isSlow) return nothing;
  return html`<div class="skeleton" role="status" aria-label="Loading">${Array.from({ length: rows }, () => html`<span></span>`)}</div>`;
}

/** The answer is old: the newest question failed. */
export function staleNote(query: QueryController<unknown>): TemplateResult | typeof nothing {
  if (!query.error || query.value === undefined) return nothing;
  return html`<p class="stale" role="status">${sentenceOf(query.error)} What you see may be old. <button type="button" class="link" @click=${() => query.retry()}>Try again</button></p>`;
}
