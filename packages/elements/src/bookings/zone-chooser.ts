import type { CSSResult, TemplateResult } from 'lit';
import { primaryOf, type Language } from '../base/locale-of.ts';
import { choiceStyles } from './choices.styles.ts';
import type { Say } from './translate.ts';
import { zoneList } from './zone-list.template.ts';
import { zoneStyles } from './zones.styles.ts';
import { searchZones, zoneNames, type ZoneName } from './zone-names.ts';

export { zoneMessages as messages } from './zone-messages.ts';
export const styles: readonly CSSResult[] = [choiceStyles, zoneStyles];

export interface ZoneChooser {
  readonly say: Say;
  readonly locale: string;
  readonly chosen: string;
  /** The business's zone and the visitor's own stand first. */
  readonly likely: readonly string[];
  readonly search: string;
  readonly isFloating: boolean;
  onSearch(words: string): void;
  onZone(id: string): void;
  onClose(): void;
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

/** The list of cities. */
export function zoneChooser({ locale, likely, ...view }: ZoneChooser): TemplateResult {
  const zones = known.get(locale) ?? [];
  return zoneList({ ...view, zones: searchZones(zones, view.search), likely: zones.filter(({ id }) => likely.includes(id)) });
}
