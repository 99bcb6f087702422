/** `portal.js`: a classic script, so that it knows its own tag. One file per element, one shared core. */
import { coreFile, wordsHash } from './core-file.ts';
import { startLoader } from './loader.ts';

startLoader((name, base, again, language) => {
  // Beside the element, not after it: a round trip less.
  const words = language === 'en' ? [] : ['base', name].map((slice) => `words-${slice}-${language}-${wordsHash}.js`);
  for (const file of [coreFile, ...words]) void import(base + file).catch(() => undefined);
  return import(`${base}${name}.js${again}`);
});
