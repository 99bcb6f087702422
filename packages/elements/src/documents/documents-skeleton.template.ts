import { html, type TemplateResult } from 'lit';
import { skeleton } from '../base/feedback.template.ts';

const row = html`<div class="row bones"><div class="what"><div class="bone name"></div><div class="bone meta"></div></div></div>`;

/** The same geometry as what is coming: the search, the categories, rows. */
export function documentsSkeleton(label: string): TemplateResult {
  return skeleton(label, html`<div class="bone tall"></div><div class="bone chips-bone"></div>${Array.from({ length: 4 }, () => row)}`);
}
