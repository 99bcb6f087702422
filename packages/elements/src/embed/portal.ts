/** `portal.js`: a classic script, so that it knows its own tag. One file per element, one shared core. */
import { coreFile } from './core-file.ts';
import { startLoader } from './loader.ts';

startLoader((name, base, again) => {
  // Beside the element, not after it: a round trip less.
  if (coreFile) void import(base + coreFile).catch(() => undefined);
  return import(`${base}${name}.js${again}`);
});
