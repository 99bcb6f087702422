import type { CSSResult, TemplateResult } from 'lit';
import { primaryOf, type Language } from '../base/locale-of.ts';
import { ownZone } from '../base/own-zone.ts';
import { choiceStyles } from './choices.styles.ts';
import type { PanelController } from './panel-controller.ts';
import type { SlotsController } from './slots-controller.ts';
import type { Say } from './translate.ts';
import { zoneList } from './zone-list.template.ts';
import { zoneStyles } from './zones.styles.ts';
import { searchZones, zoneNames, type ZoneName } from './zone-names.ts';

export { zoneMessages as messages } from './zone-messages.ts';
export const styles: readonly CSSResult[] = [choiceStyles, zoneStyles];

export interface ZoneChooser {
  readonly say: Say;
  readonly locale: string;
  readonly panel: PanelController;
  readonly slots: SlotsController;
}

const known = new Map<string, readonly ZoneName[]>();

/** What the cities are called in other languages. */
const lists: Readonly<Record<Language, () => Promise<{ readonly cities: ReadonlyMap<string, string> }>>> = {
  ar: () => import('@portico/contract/zone-cities/ar.ts'),
  de: () => import('@portico/contract/zone-cities/de.ts'),
  es: () => import('@portico/contract/zone-cities/es.ts'),
  fr: () => import('@portico/contract/zone-cities/fr.ts'),
  pt: () => import('@portico/contract/zone-cities/pt.ts'),
};

/** Makes the list of a language, before it is shown. */
export async function learnZones(locale: string): Promise<void> {
  const load = lists[primaryOf(locale).toLowerCase() as Language] as (typeof lists)[Language] | undefined;
  const cities = (await load?.().catch(() => undefined))?.cities ?? new Map<string, string>();
  known.set(locale, known.get(locale) ?? zoneNames(locale, cities));
}

/** The list of cities; the business's zone and the visitor's own stand first. */
export function zoneChooser({ say, locale, panel, slots }: ZoneChooser): TemplateResult {
  const zones = known.get(locale) ?? [];
  const likely = [slots.start?.business.timeZone, ownZone()];
  return zoneList({
    say, zones: searchZones(zones, panel.search), likely: zones.filter(({ id }) => likely.includes(id)), chosen: slots.month?.timeZone ?? '',
    search: panel.search, isFloating: panel.isFloating, onClose: () => panel.done(), onSearch: (words) => panel.find(words),
    onZone: (zone) => { panel.done(); void slots.chooseZone(zone); },
  });
}
