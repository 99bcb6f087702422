import type { CSSResult, TemplateResult } from 'lit';
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

/** The list of cities, made when somebody opens it. */
export function zoneChooser({ locale, likely, ...view }: ZoneChooser): TemplateResult {
  const zones = known.get(locale) ?? zoneNames(locale);
  known.set(locale, zones);
  return zoneList({ ...view, zones: searchZones(zones, view.search), likely: zones.filter(({ id }) => likely.includes(id)) });
}
