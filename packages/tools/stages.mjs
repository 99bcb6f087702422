import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finish, root } from './toolchain.mjs';

const bin = (name) => join(root, 'node_modules/.bin', name);
const workspaces = ['packages/contract', 'packages/client', 'packages/elements', 'packages/console',
  'packages/tools', 'server', 'examples'];

/** Every stage answers `{ passed, failed, failures, output }`; one that cannot tell has failed. */
export const stages = {
  build: (env) => checks([['build', 'node', ['packages/tools/run.mjs', 'build']]], env),
  // Tests in a browser know its globals, the server beside them must not.
  types: (env) => checks([...workspaces, 'server/e2e'].map((place) => [`types in ${place}`, bin('tsc'), ['-p', place]]), env),
  lint: (env) => checks([...workspaces, 'rollup.config.mjs']
    .map((place) => [`lint in ${place}`, bin('oxlint'), ['--deny-warnings', place]]), env),
  layout: (env) => reported(['node', ['packages/tools/src/layout.ts']], 'layout', env),
  unit: (env) => vitest('unit', env),
  browser: async (env) => sum([
    await reported([bin('wtr'), [], 'packages/elements'], 'browser-elements', env),
    await reported([bin('wtr'), [], 'packages/console'], 'browser-console', env),
  ]),
  e2e: (env) => vitest('e2e', env),
  zoo: (env) => vitest('zoo', env),
  budgets: (env) => reported(['node', ['packages/tools/src/budgets.ts']], 'budgets', env),
};

/** Commands of which each is one check. */
async function checks(commands, env) {
  const results = [];
  for (const [name, command, args] of commands) {
    const { code, output } = await execute(command, args, env);
    results.push(code === 0
      ? { passed: 1, failed: 0, failures: [], output }
      : { passed: 0, failed: 1, failures: [name], output });
  }
  return sum(results);
}

/** A command that counts for itself, into `.reports/<report>.json`. */
async function reported([command, args, place = '.'], report, env) {
  const file = join(root, '.reports', `${report}.json`);
  rmSync(file, { force: true });
  const { code, output } = await execute(command, args, env, join(root, place));
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, failures: [] };
  return honest({ ...counts, output }, report, code);
}

async function vitest(name, env) {
  const file = join(root, '.reports', `${name}.json`);
  rmSync(file, { force: true });
  const args = ['run', '--config', `packages/tools/vitest.${name}.config.ts`,
    '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await execute(bin('vitest'), args, env);
  return honest({ ...vitestCounts(file), output }, name, code);
}

function vitestCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, failures: [] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failures = report.testResults.flatMap((suite) => {
    const failed = suite.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
    // A file that does not load has no failed test, yet it must count as one.
    const crashed = suite.status === 'failed' && failed.length === 0;
    return (crashed ? ['the file does not run'] : failed).map((test) => `${suite.name.replace(root, '')}: ${test}`);
  });
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

/** No tests, or a bad exit without a failed test, is a failure: silence proves nothing. */
function honest(result, name, code) {
  if (result.failed > 0) return result;
  if (code !== 0) return { ...result, failed: 1, failures: [`${name} crashed or found no tests (${code})`] };
  if (result.passed > 0) return result;
  return { ...result, failed: 1, failures: [`${name} ran no tests`] };
}

export function sum(results) {
  return {
    passed: results.reduce((total, result) => total + result.passed, 0),
    failed: results.reduce((total, result) => total + result.failed, 0),
    failures: results.flatMap((result) => result.failures),
    output: results.map((result) => result.output).join(''),
  };
}

function execute(command, args, env, cwd = root) {
  return finish(spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }));
}
