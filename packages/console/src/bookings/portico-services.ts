import type { ServiceSettings } from '@portico/contract/bookings/services.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { providers, services } from '../api/bookings.ts';
import { mayAdminister } from '../app/session.ts';
import { duration, money } from '../ui/formats.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { placeWords } from './booking-words.ts';
import './portico-service-editor.ts';

/** What can be booked. */
export class PorticoServices extends LightElement {
  static override properties = { item: {} };
  declare item: string;
  readonly #services = new QueryController(this, () => services);
  readonly #providers = new QueryController(this, () => providers);

  protected override render(): TemplateResult {
    const list = this.#services.value?.items;
    const people = this.#providers.value?.items;
    if (!list || !people) return html`${waiting(this.#services, 5)}`;
    const chosen = list.find(({ id }) => id === this.item);
    if (this.item === 'new' || chosen) return html`<portico-service-editor .service=${chosen} .providers=${people}></portico-service-editor>`;
    const offered = list.filter(({ archived }) => !archived).sort((a, b) => a.position - b.position);
    const archived = list.filter((service) => service.archived);
    return html`<div class="title-row"><h2 class="title">Services</h2>${mayAdminister() ? html`<a class="button primary" href="#/settings/services/new">Add a service</a>` : nothing}</div>${staleNote(this.#services)}
      ${offered.length === 0 ? html`<div class="empty"><p>Nothing can be booked yet. A name and a length are enough to begin.</p></div>` : html`<ul class="rows">${offered.map(serviceRow)}</ul>`}
      ${archived.length > 0 ? html`<section class="section"><h2>No longer offered</h2><ul class="rows">${archived.map(serviceRow)}</ul></section>` : nothing}`;
  }
}

function serviceRow({ id, name, durationMinutes, priceMinor, placeKind }: ServiceSettings): TemplateResult {
  return html`<li><a class="row-link grow" href="#/settings/services/${id}"><span class="name">${name}</span><span class="meta">${duration(durationMinutes)} · ${placeWords[placeKind]}</span></a>
    <span class="figures">${priceMinor > 0 ? money(priceMinor) : 'Free'}</span></li>`;
}

customElements.define('portico-services', PorticoServices);
