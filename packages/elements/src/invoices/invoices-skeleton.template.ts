import { html, type TemplateResult } from 'lit';
import { skeleton } from '../base/feedback.template.ts';

const row = html`<div class="row bones"><div class="what"><div class="bone name"></div><div class="bone meta"></div></div><div class="bone figure"></div></div>`;

/** The same geometry as what is coming: a sentence and its button, then rows. */
export function invoicesSkeleton(label: string): TemplateResult {
  return skeleton(label, html`<div class="bone sentence"></div><div class="bone pay"></div>${Array.from({ length: 4 }, () => row)}`);
}
