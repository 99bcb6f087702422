import type { PackageBalance } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayInvoices } from './invoices-messages.ts';

/** More are said better than shown. */
const mostMarks = 24;

/** Each package as a row of marks, those filled that are used; and in words. */
export function balances(say: SayInvoices, packages: readonly PackageBalance[], headingLevel: number): TemplateResult {
  return html`
    <section aria-labelledby="packages">
      <div class="eyebrow" id="packages" role="heading" aria-level=${headingLevel}>${say('packages')}</div>
      <ul class="balances" role="list" part="list">${packages.map(({ id, name, sessions, remaining, label }) => html`
        <li part="item" data-package=${id}>
          <p>${name} <span class="hint">${label.expiresOn ? say('useUntil', { day: label.expiresOn }) : nothing}</span></p>
          ${sessions > mostMarks ? nothing : html`<div class="marks" aria-hidden="true">${Array.from({ length: sessions }, (_, index) => html`<span class="mark ${index < sessions - remaining ? 'used' : ''}"></span>`)}</div>`}
          <p class="figures"><span class="strong">${say('sessionsLeft', { remaining: label.remaining, sessions: label.sessions })}</span></p>
        </li>`)}</ul>
    </section>
  `;
}
