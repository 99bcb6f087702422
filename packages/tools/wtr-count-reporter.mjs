import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Writes `{ passed, failed, failures }` of a browser run to `.reports/<name>.json` for `npm test` to add up. */
export function countReporter(name) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, failures: [] };
      for (const session of sessions) countSession(session, counts);
      const folder = fileURLToPath(new URL('../../.reports/', import.meta.url));
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}${name}.json`, JSON.stringify(counts));
    },
  };
}

function countSession(session, counts) {
  const before = counts.failed;
  if (session.testResults) countSuite(session.testResults, [], counts);
  // A file that does not load has no tests to fail, yet it must fail the run.
  if (session.errors.length === 0 || counts.failed > before) return;
  counts.failed += 1;
  counts.failures.push(`${session.testFile}: ${session.errors[0].message}`);
}

function countSuite(suite, path, counts) {
  for (const test of suite.tests) {
    if (test.skipped) continue;
    if (test.passed) counts.passed += 1;
    else {
      counts.failed += 1;
      counts.failures.push([...path, test.name].join(' > '));
    }
  }
  for (const inner of suite.suites) countSuite(inner, [...path, inner.name], counts);
}
