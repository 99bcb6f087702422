import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemError } from '../api/problem-error.ts';
import { shortMoment } from '../ui/formats.ts';

/** Why a time was refused, and the nearest free ones as buttons. */
export function refusedTime(problem: ProblemError | undefined, onChoose: (startsAt: string) => void): TemplateResult {
  return html`<div role="alert" class="refused">${problem ? html`<p class="error">${problem.message}</p>
    ${problem.nearest.length > 0 ? html`<p class="meta">Nearest free times:</p><div class="chips">${problem.nearest.map((startsAt) => html`<button type="button" class="chip" @click=${() => onChoose(startsAt)}>${shortMoment(startsAt)}</button>`)}</div>` : nothing}` : nothing}</div>`;
}
