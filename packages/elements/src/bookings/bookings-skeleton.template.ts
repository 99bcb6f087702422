import { html, type TemplateResult } from 'lit';
import { skeleton } from '../base/feedback.template.ts';

const bones = (count: number, shape = ''): TemplateResult[] => Array.from({ length: count }, () => html`<div class="bone ${shape}"></div>`);

/** The same geometry as what is coming: a line, the days, the times. */
export function bookingsSkeleton(label: string): TemplateResult {
  return skeleton(label, html`
    <div class="bone line"></div>
    <div class="when">
      <div class="month"><div class="bone bar"></div><div class="bones">${bones(35)}</div></div>
      <div class="times"><div class="bone bar"></div><div class="slots">${bones(9, 'tall')}</div></div>
    </div>`);
}
