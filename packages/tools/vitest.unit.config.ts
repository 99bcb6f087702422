import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Clocks that have gone wrong before: none, one that springs forward in March, one that does so in October. */
const zones = ['UTC', 'America/New_York', 'Australia/Sydney'];
const places = ['packages/{contract,client,tools}/src', 'server/{src,bench}', 'examples/*'];
const suite = (ending: string): string[] => places.map((place) => `${place}/**/*${ending}`);
const never = ['**/node_modules/**', '**/dist/**', '**/*.e2e.test.ts'];

/** A machine that builds for others too is slow, and that alone is no failure; what must be fast says so in its own test. */
const patience = { testTimeout: 20_000, hookTimeout: 30_000 };

/** Files of a worker share their modules: loading the server again for each took longer than many a test. */
const shared = { ...patience, isolate: false };

const zoneProject = (zone: string) => ({
  test: { ...shared, name: zone, env: { TZ: zone }, include: suite('.zones.test.ts'), exclude: never },
});

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    pool: 'forks',
    // One for each core; by itself vitest leaves one core idle.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...shared,
          name: 'unit', env: { TZ: 'UTC' }, include: suite('.test.ts'), exclude: [...never, '**/*.zones.test.ts', '**/*.isolated.test.ts'],
        },
      },
      // Those that put other modules in the place of ours.
      { test: { ...patience, name: 'isolated', env: { TZ: 'UTC' }, include: suite('.isolated.test.ts'), exclude: never } },
      ...zones.map(zoneProject),
    ],
  },
});
