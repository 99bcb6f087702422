import type { PackageProduct } from '@portico/contract/invoices/packages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { services } from '../api/bookings.ts';
import { packages, taxes } from '../api/invoices.ts';
import { mayAdminister } from '../app/session.ts';
import { plural } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import './portico-package-editor.ts';

/** Packages of sessions that this business sells. */
export class PorticoPackages extends LightElement {
  static override properties = { item: {} };
  declare item: string;
  readonly #packages = new QueryController(this, () => packages);
  readonly #services = new QueryController(this, () => services);
  readonly #taxes = new QueryController(this, () => taxes);

  protected override render(): TemplateResult {
    const list = this.#packages.value?.items;
    const [offered, rates] = [this.#services.value?.items, this.#taxes.value?.items];
    if (!list || !offered || !rates) return html`${waiting(this.#packages, 4)}`;
    const chosen = list.find(({ id }) => id === this.item);
    if (this.item === 'new' || chosen) return html`<portico-package-editor .product=${chosen} .services=${offered} .taxes=${rates}></portico-package-editor>`;
    const [sold, archived] = [list.filter((one) => !one.archived), list.filter((one) => one.archived)];
    const row = (one: PackageProduct): TemplateResult => packageRow(one, one.serviceIds.map((id) => offered.find((service) => service.id === id)?.name ?? ''));
    return html`<div class="title-row"><h2 class="title">Packages</h2>${mayAdminister() ? html`<a class="button primary" href="#/settings/packages/new">Add a package</a>` : nothing}</div>${staleNote(this.#packages)}
      ${sold.length === 0 ? html`<div class="empty"><p>No packages yet. Sell ten visits at once, and each booking takes one off by itself.</p></div>` : html`<ul class="rows">${sold.map(row)}</ul><p class="meta">Sell one to a client on the client’s own page.</p>`}
      ${archived.length > 0 ? html`<section class="section"><h2>No longer sold</h2><ul class="rows">${archived.map(row)}</ul></section>` : nothing}`;
  }
}

function packageRow({ id, name, sessions, priceLabel, validDays, onSale }: PackageProduct, covered: readonly string[]): TemplateResult {
  const facts = [plural(sessions, 'session'), covered.length === 0 ? 'every service' : covered.join(', '), validDays === null ? '' : `for ${plural(validDays, 'day')}`, onSale ? 'sold online' : ''];
  return html`<li><a class="row-link grow" href="#/settings/packages/${id}"><span class="name">${name}</span><span class="meta">${facts.filter(Boolean).join(' · ')}</span></a><span class="figures">${priceLabel}</span></li>`;
}

customElements.define('portico-packages', PorticoPackages);
