import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { countReporter } from './wtr-count-reporter.mjs';

const executablePath = process.env.CHROME || ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);

/** One configuration for every package that is tested in a browser; `report` names its file in .reports/. */
export function browserTests(report) {
  return {
    rootDir: fileURLToPath(new URL('../..', import.meta.url)),
    files: 'src/**/*.test.ts',
    nodeResolve: { exportConditions: ['browser'] },
    plugins: [esbuildPlugin({ ts: true, target: 'es2022' })],
    browsers: [chromeLauncher({
      launchOptions: { executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'] },
    })],
    concurrency: 2,
    testFramework: { config: { timeout: 10_000 } },
    testsFinishTimeout: 180_000,
    reporters: [defaultReporter({ reportTestProgress: false }), countReporter(report)],
  };
}
