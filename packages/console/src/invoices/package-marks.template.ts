import type { ClientPackage } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';

/** More are said better than shown. */
const mostMarks = 24;

/** A row of marks, those filled that are used; the words beside it say the same. */
export function packageMarks({ sessions, remaining }: Pick<ClientPackage, 'sessions' | 'remaining'>): TemplateResult | typeof nothing {
  const all = Math.max(sessions, remaining);
  if (all > mostMarks) return nothing;
  return html`<span class="package-marks" aria-hidden="true">${Array.from({ length: all }, (_, at) => html`<span class=${at < all - remaining ? 'is-used' : ''}></span>`)}</span>`;
}
