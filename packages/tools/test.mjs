import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withBrowser, withFirefox } from './browser.mjs';
import { stages, sum } from './stages.mjs';
import { progress, root, withToolchain } from './toolchain.mjs';

/** `npm test` runs every stage; `npm test -- unit layout` only these. The last line is for machines. */
const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in stages));
const wanted = names.length > 0 ? names : Object.keys(stages);

const result = unknown.length > 0
  ? refused(`There is no stage "${unknown[0]}". Choose from: ${Object.keys(stages).join(', ')}.`)
  : await runAll().catch((error) => refused(error.message));

for (const failure of result.failures) console.log(`failed: ${failure}`);
console.log(`${result.passed} passed, ${result.failed} failed`);
process.exitCode = result.failed > 0 ? 1 : 0;

async function runAll() {
  let env = { ...await withToolchain(), NO_COLOR: '1' };
  if (wanted.some((name) => ['browser', 'e2e', 'zoo'].includes(name))) env = await withBrowser(env);
  if (wanted.includes('zoo')) env = await withFirefox(env);
  mkdirSync(join(root, '.reports'), { recursive: true });
  const results = [];
  for (const name of wanted) results.push(await runStage(name, env));
  return sum(results);
}

async function runStage(name, env) {
  progress(`${name} …`);
  const start = performance.now();
  const result = await stages[name](env).catch((error) => refused(`${name}: ${error.message}`));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (result.failed > 0) console.log(result.output);
  else for (const line of result.output.split('\n')) if (line.includes(' warning, ')) console.log(line);
  progress(`${name}: ${result.passed} passed, ${result.failed} failed in ${seconds} s`);
  return result;
}

function refused(message) {
  return { passed: 0, failed: 1, failures: [message], output: message };
}
