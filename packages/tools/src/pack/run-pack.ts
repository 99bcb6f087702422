import { fileURLToPath } from 'node:url';
import { pack } from './pack.ts';

await pack(fileURLToPath(new URL('../../../../', import.meta.url)));
console.log('portico: packages/client/dist/npm and packages/elements/dist/npm are ready for "npm publish"');
