import { defineConfig } from 'vitest/config';

/** The hostile host pages: one server, one browser of each kind, all pages. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['examples/host-zoo/*.e2e.test.ts'],
  },
});
