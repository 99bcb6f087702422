import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeReport } from './report.ts';
import { consoleSizes, elementSizes } from './size-limits.ts';
import type { Manifest } from './size-limits.ts';

/** Compares what the build made with the budgets: one test per limit. */
const packages = fileURLToPath(new URL('../../', import.meta.url));
const elements = readManifest('elements/dist/v1');
const consoleFiles = readManifest('console/dist');

const missing = [!elements?.['portal.js'] && 'elements', !consoleFiles?.['console.js'] && 'console']
  .filter((name) => name !== false);
const sizes = [...(elements ? elementSizes(elements) : []), ...(consoleFiles ? consoleSizes(consoleFiles) : [])];

for (const { name, gzip, limit } of sizes) {
  const verdict = gzip > limit ? `${gzip - limit} bytes too many` : `${Math.round((100 * gzip) / limit)} %`;
  console.log(`${inKilobytes(gzip)} of ${inKilobytes(limit)} kB  ${name}: ${verdict}`);
}
writeReport('budgets', [
  ...sizes.map(({ name, gzip, limit }) => ({ name: `budget of ${name}`, ok: gzip <= limit })),
  ...missing.map((name) => ({ name: `budget: ${name} has not been built, run "npm run build"`, ok: false })),
]);

function readManifest(folder: string): Manifest | undefined {
  const file = `${packages}${folder}/manifest.json`;
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { files: Manifest }).files;
}

function inKilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(2).padStart(6);
}
