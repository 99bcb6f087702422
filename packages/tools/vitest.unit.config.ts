import { defineConfig } from 'vitest/config';

/** Clocks that have gone wrong before: none, one that springs forward in March, one that does so in October. */
const zones = ['UTC', 'America/New_York', 'Australia/Sydney'];
const places = ['packages/{contract,client,tools}/src', 'server/{src,bench}', 'examples/*'];
const suite = (ending: string): string[] => places.map((place) => `${place}/**/*${ending}`);
const never = ['**/node_modules/**', '**/dist/**', '**/*.e2e.test.ts'];

/** A machine that builds for others too is slow, and that alone is no failure; what must be fast says so in its own test. */
const patience = { testTimeout: 20_000, hookTimeout: 30_000 };

const zoneProject = (zone: string) => ({
  test: { ...patience, name: zone, env: { TZ: zone }, include: suite('.zones.test.ts'), exclude: never },
});

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    pool: 'forks',
    projects: [
      {
        test: {
          ...patience,
          name: 'unit', env: { TZ: 'UTC' }, include: suite('.test.ts'), exclude: [...never, '**/*.zones.test.ts'],
        },
      },
      ...zones.map(zoneProject),
    ],
  },
});
