/** A time zone as people look for it: by the city, under the part of the world. */
export interface ZoneName {
  readonly id: string;
  readonly city: string;
  /** What the zone calls it, for who searches in English. */
  readonly english: string;
  readonly region: string;
  /** `GMT+2`. */
  readonly offset: string;
}

/** All zones the browser knows, by region and city. Slow the first time: only for an open list. */
export function zoneNames(locale: string, cities: ReadonlyMap<string, string>): readonly ZoneName[] {
  return Intl.supportedValuesOf('timeZone').filter((id) => id.includes('/') && !id.startsWith('Etc/'))
    .map((id) => ({ id, ...placeOf(id, cities), offset: offsetOf(id, locale) }))
    .sort((one, other) => one.region.localeCompare(other.region, locale) || one.city.localeCompare(other.city, locale));
}

/** Zones whose city or region contains every word that was typed; accents and case do not matter. */
export function searchZones(zones: readonly ZoneName[], words: string): readonly ZoneName[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return zones.filter(({ city, english, region, offset }) => {
    const text = plain(`${city} ${english} ${region} ${offset}`);
    return wanted.every((word) => text.includes(word));
  });
}

function placeOf(id: string, cities: ReadonlyMap<string, string>): Pick<ZoneName, 'city' | 'english' | 'region'> {
  const [region = '', ...rest] = id.split('/');
  const english = rest.reverse().join(', ').replaceAll('_', ' ');
  return { region: cities.get(region) ?? region, english, city: cities.get(rest[0] ?? '') ?? english };
}

function offsetOf(timeZone: string, locale: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts();
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
