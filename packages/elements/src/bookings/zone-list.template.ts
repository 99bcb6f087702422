import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';
import type { ZoneName } from './zone-names.ts';

export interface ZoneList {
  readonly say: Say;
  readonly zones: readonly ZoneName[];
  readonly likely: readonly ZoneName[];
  readonly chosen: string;
  readonly search: string;
  readonly isFloating: boolean;
  onSearch(words: string): void;
  onZone(id: string): void;
  onClose(): void;
}

/** A search field over a list of cities by region; what fits likely stands first. */
export function zoneList(view: ZoneList): TemplateResult {
  const { say, zones, likely, search } = view;
  const regions = [...Map.groupBy(zones, ({ region }) => region)];
  return html`
    <div class="choices zones ${view.isFloating ? 'floating' : ''}" id="zones" part="popover" popover=${view.isFloating ? 'manual' : nothing}
      role="dialog" aria-label=${say('chooseZone')} @keydown=${(event: KeyboardEvent) => keys(event, view)}>
      <input type="search" part="input" id="zone-search" aria-label=${say('searchZone')} placeholder=${say('searchZone')} autocomplete="off"
        .value=${search} @input=${(event: Event) => view.onSearch((event.target as HTMLInputElement).value)}>
      <div class="zone-groups" tabindex="-1">
        ${search || likely.length === 0 ? nothing : group(view, say('zonesLikely'), likely)}
        ${regions.map(([region, members]) => group(view, region, members))}
        ${zones.length === 0 ? html`<p class="hint" role="status">${say('noZone')}</p>` : nothing}
      </div>
    </div>
  `;
}

function group(view: ZoneList, name: string, zones: readonly ZoneName[]): TemplateResult {
  return html`<div role="group" aria-label=${name}>
    <p class="part-name" aria-hidden="true">${name}</p>
    ${zones.map(({ id, city, offset }) => html`
      <button type="button" class="zone-choice" part="item ${id === view.chosen ? 'item-selected' : ''}" aria-pressed=${id === view.chosen}
        @click=${() => view.onZone(id)}><span>${city}</span><span class="hint figures">${offset}</span></button>`)}
  </div>`;
}

/** Arrows walk through the list, Escape closes it. */
function keys(event: KeyboardEvent, view: ZoneList): void {
  if (event.key === 'Escape') {
    event.stopPropagation();
    return view.onClose();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return undefined;
  event.preventDefault();
  const stops = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('input, button')];
  const at = stops.indexOf(event.target as HTMLElement);
  return stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
