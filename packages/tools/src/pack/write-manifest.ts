import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementsManifest } from './manifest.ts';

/** `npm run manifest`: custom-elements.json from the sources. It is committed, so that a review sees what became public. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const file = join(root, 'packages/elements/custom-elements.json');
writeFileSync(file, `${JSON.stringify(elementsManifest(root), null, 1)}\n`);
console.log(`portico: wrote ${file}`);
