import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Whole stories: real server, real browser, of each file its own. The zoo is a stage of its own. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['{packages,server,examples}/**/*.e2e.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'examples/host-zoo/**'],
    globalSetup: ['packages/tools/src/pack/packed.setup.ts', 'server/e2e/seeded-demo.ts'],
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine that is busy answers late, and that alone is no failure.
    expect: { poll: { timeout: 10_000 } },
  },
});
