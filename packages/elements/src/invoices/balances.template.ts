import type { PackageBalance } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { fold } from './fold.template.ts';
import type { SayInvoices } from './invoices-messages.ts';
import { packageEntries } from './package-entries.template.ts';
import type { PackageShop } from './package-shop.ts';

/** More are said better than shown. */
const mostMarks = 24;

/** Each package as a row of marks, those filled that are used; and in words. */
export function balances(say: SayInvoices, packages: readonly PackageBalance[], shop: PackageShop, headingLevel: number): TemplateResult {
  return html`
    <section aria-labelledby="packages">
      <div class="eyebrow" id="packages" role="heading" aria-level=${headingLevel}>${say('packages')}</div>
      <ul class="balances" role="list" part="list">${packages.map((one) => balance(say, shop, one))}</ul>
    </section>
  `;
}

function balance(say: SayInvoices, shop: PackageShop, { id, name, sessions, remaining, label }: PackageBalance): TemplateResult {
  const own = shop.own?.find((one) => one.id === id);
  // Given by hand, there may be more left than were bought.
  const all = Math.max(sessions, remaining);
  return html`
    <li part="item" data-package=${id}>
      <p>${name} <span class="hint">${label.expiresOn ? say('useUntil', { day: label.expiresOn }) : nothing}</span></p>
      ${all > mostMarks ? nothing : html`<div class="marks" aria-hidden="true">${Array.from({ length: all }, (_, index) => html`<span class="mark ${index < all - remaining ? 'used' : ''}"></span>`)}</div>`}
      <p class="figures"><span class="strong">${say('sessionsLeft', { remaining: label.remaining, sessions: label.sessions })}</span></p>
      ${fold({ name: `sessions-${id}`, label: say('everySession'), onToggle: (isOpen) => { if (isOpen) void shop.look(); }, content: own && packageEntries(say, own) })}
    </li>
  `;
}
