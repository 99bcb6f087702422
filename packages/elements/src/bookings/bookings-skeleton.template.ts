import { html, type TemplateResult } from 'lit';
import { skeleton } from '../base/feedback.template.ts';

/** The same geometry as what is coming: a line, a month, a column of times. */
export function bookingsSkeleton(label: string): TemplateResult {
  const bones = (count: number, shape: string): TemplateResult[] => Array.from({ length: count }, () => html`<div class="bone ${shape}"></div>`);
  return skeleton(label, html`<div class="bone tall"></div><div class="panes"><div class="month-bones">${bones(35, 'square')}</div><div class="slots">${bones(9, 'tall')}</div></div>`);
}
