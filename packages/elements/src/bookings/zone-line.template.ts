import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './translate.ts';

export interface ZoneLine {
  readonly say: Say;
  /** `Johannesburg (GMT+2)`. */
  readonly label: string;
  /** What happens in person happens by the business's clock: a fact, not a choice. */
  readonly isFixed: boolean;
  readonly isOpen: boolean;
  readonly chosen: string;
  onToggle(): void;
  onZone(zone: string): void;
}

/** *Times are in Johannesburg (GMT+2)*, and a list of cities to search behind it. */
export function zoneLine(view: ZoneLine): TemplateResult {
  const { say, label } = view;
  const sentence = say('timesIn', { zone: label });
  if (view.isFixed) return html`<p class="zone hint">${sentence}</p>`;
  return html`
    <div class="zone">
      <button type="button" class="plain hint" part="button" aria-expanded=${view.isOpen} aria-label=${say('changeZone', { zone: sentence })} @click=${() => view.onToggle()}>${sentence}</button>
      ${view.isOpen ? zoneSearch(view) : nothing}
    </div>`;
}

function zoneSearch({ say, chosen, onZone, onToggle }: ZoneLine): TemplateResult {
  const pick = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    const zone = zones().find((one) => cityOf(one) === value || one === value);
    if (zone) onZone(zone);
  };
  const leave = (event: KeyboardEvent): void => { if (event.key === 'Escape') onToggle(); };
  return html`
    <div class="field">
      <label part="label" for="zone-search">${say('chooseZone')}</label>
      <input part="input" id="zone-search" list="zone-list" autocomplete="off" placeholder=${cityOf(chosen)} aria-description=${say('searchZone')} @change=${pick} @input=${pick} @keydown=${leave}>
      <datalist id="zone-list">${zones().map((zone) => html`<option value=${cityOf(zone)}>${zone.split('/')[0] ?? ''}</option>`)}</datalist>
    </div>`;
}

let known: readonly string[] | undefined;
const zones = (): readonly string[] => known ??= Intl.supportedValuesOf('timeZone');
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
