import { defineConfig } from 'vitest/config';

/** Whole stories: real server, real browser. One file at a time, since each starts its own of both. The zoo is a stage of its own. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['{packages,server,examples}/**/*.e2e.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'examples/host-zoo/**'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
