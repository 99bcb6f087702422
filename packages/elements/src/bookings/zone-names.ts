/** A time zone as people look for it: by the city, under the part of the world. */
export interface ZoneName {
  readonly id: string;
  readonly city: string;
  readonly region: string;
  /** `GMT+2`. */
  readonly offset: string;
}

/** All zones the browser knows, by region and city. Slow the first time: only for an open list. */
export function zoneNames(locale: string): readonly ZoneName[] {
  return Intl.supportedValuesOf('timeZone').filter((id) => id.includes('/') && !id.startsWith('Etc/'))
    .map((id) => ({ id, ...placeOf(id), offset: offsetOf(id, locale) }))
    .sort((one, other) => one.region.localeCompare(other.region, locale) || one.city.localeCompare(other.city, locale));
}

/** Zones whose city or region contains every word that was typed; accents and case do not matter. */
export function searchZones(zones: readonly ZoneName[], words: string): readonly ZoneName[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return zones.filter(({ city, region, offset }) => {
    const text = plain(`${city} ${region} ${offset}`);
    return wanted.every((word) => text.includes(word));
  });
}

function placeOf(id: string): { city: string; region: string } {
  const [region = '', ...rest] = id.replaceAll('_', ' ').split('/');
  return { region, city: rest.reverse().join(', ') };
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
