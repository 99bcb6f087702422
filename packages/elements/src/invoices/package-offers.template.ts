import type { PackageProduct } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { SayInvoices } from './invoices-messages.ts';
import type { PackageShop } from './package-shop.ts';

/** What can be bought ahead: what it holds, for how long, and one button. */
export function packageOffers(say: SayInvoices, offers: readonly PackageProduct[], shop: PackageShop, headingLevel: number): TemplateResult {
  return html`
    <section aria-labelledby="offers">
      <div class="eyebrow" id="offers" role="heading" aria-level=${headingLevel}>${say('offers')}</div>
      ${shop.notice ? html`<p class="sentence strong" part="message" role="status">${shop.notice}</p>` : nothing}
      <ul class="offers" role="list" part="list">${offers.map((offer) => row(say, offer, shop))}</ul>
    </section>
  `;
}

function row(say: SayInvoices, offer: PackageProduct, shop: PackageShop): TemplateResult {
  const { id, name, description, sessions, validDays, priceLabel: amount } = offer;
  const { busy, failure } = shop;
  const facts = [say('sessionCount', { count: sessions }), validDays === null ? '' : say('validFor', { count: validDays })].filter(Boolean).join(', ');
  return html`
    <li part="item" data-offer=${id}>
      <div><p class="strong">${name}</p><p class="hint">${facts}</p>${description ? html`<p class="hint sentence">${description}</p>` : nothing}</div>
      <button type="button" class="secondary" part="button" data-action="buy" aria-label=${busy === id ? nothing : `${say('buyFor', { amount })}: ${name}`} aria-busy=${busy === id ? 'true' : nothing} aria-disabled=${busy ? 'true' : nothing}
        @click=${() => void shop.buy(offer)}>${busy === id ? html`<span class="progress" aria-hidden="true"></span>${say('paying')}` : say('buyFor', { amount })}</button>
      ${failure?.of === id ? html`<p class="error" part="error" role="alert">${failure.text}</p>` : nothing}
    </li>`;
}
