import { cities as german } from '@portico/contract/zone-cities/de.ts';
import { equal, ok } from '../test-support/mount.ts';
import { searchZones, zoneNames } from './zone-names.ts';

describe('zone names', () => {
  const zones = zoneNames('de', german);

  it('are what people of the language call the cities', () => {
    const prague = zones.find(({ id }) => id === 'Europe/Prague');
    equal([prague?.city, prague?.region], ['Prag', 'Europa']);
    ok(zones.find(({ id }) => id === 'Africa/Johannesburg')?.city === 'Johannesburg', 'a name that is the same is lost');
  });

  it('are found in both languages, without accents, and by region', () => {
    for (const words of ['Prag', 'prague', 'PRAG europa']) equal(searchZones(zones, words).map(({ id }) => id), ['Europe/Prague'], words);
    equal(searchZones(zones, 'Zurich').length, searchZones(zones, 'Zürich').length);
  });
});
