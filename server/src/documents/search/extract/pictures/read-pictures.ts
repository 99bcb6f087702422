import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lane, runLimited, type LimitedChild } from '../../../limited-child.ts';
import type { Said } from '../said.ts';
import { saidForm } from '../said-form.ts';
import { knownModels } from './models.ts';
import { pictureLimits } from './picture-limits.ts';

const resolve = createRequire(import.meta.url).resolve;
const isThere = (name: string): boolean => {
  try {
    return Boolean(resolve(name));
  } catch {
    return false;
  }
};
const installed = knownModels.filter((model) => isThere(`@tesseract.js-data/${model}`));

const path = fileURLToPath(new URL('picture-child.ts', import.meta.url));
const search = join(dirname(path), '../..');
const child: LimitedChild = {
  path, folders: [search, join(search, '../preview/render')], limits: pictureLimits, isPatient: true,
  packages: ['@hyzyla/pdfium', '@jsquash/jpeg', '@jsquash/png', '@jsquash/webp', 'tesseract-wasm', ...installed.map((model) => `@tesseract.js-data/${model}`)],
};
const oneAtATime = lane(1);

/** The words in the pictures of a file, in whatever language, that of the business first; read by a child process that can hurt nobody and lets everybody else go first. */
export const readPictures = (content: () => AsyncIterable<Uint8Array>, lang: string): Promise<Said> => oneAtATime(async () => {
  const heard = await runLimited(child, [lang, installed.join(',')], content);
  return heard ? saidForm.parse(JSON.parse(heard.toString())) : { why: 'too_costly' };
});
