import { defineConfig } from 'vitest/config';

/** Clocks that have gone wrong before: none, one that springs forward in March, one that does so in October. */
const zones = ['UTC', 'America/New_York', 'Australia/Sydney'];
const places = ['packages/{contract,client,tools}/src', 'server/{src,bench}', 'examples/*'];
const suite = (ending: string): string[] => places.map((place) => `${place}/**/*${ending}`);
const never = ['**/node_modules/**', '**/dist/**', '**/*.e2e.test.ts'];

const zoneProject = (zone: string) => ({
  test: { name: zone, env: { TZ: zone }, include: suite('.zones.test.ts'), exclude: never },
});

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    pool: 'forks',
    projects: [
      {
        test: {
          name: 'unit', env: { TZ: 'UTC' }, include: suite('.test.ts'), exclude: [...never, '**/*.zones.test.ts'],
        },
      },
      ...zones.map(zoneProject),
    ],
  },
});
