import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lane, runLimited, type LimitedChild } from '../../limited-child.ts';
import { limits } from './limits.ts';
import type { Said } from './said.ts';
import { saidForm } from './said-form.ts';

const path = fileURLToPath(new URL('extract-child.ts', import.meta.url));
const folder = dirname(path);
const child: LimitedChild = { path, folders: [dirname(folder), join(folder, '../../preview/render')], packages: ['@hyzyla/pdfium', '@jsquash/jpeg', '@jsquash/png', '@jsquash/webp', 'fflate'], limits };
const oneAtATime = lane(1);

/** The words of a file, read by a child process that can hurt nobody. One at a time: two cost twice the memory. */
export const extract = (content: () => AsyncIterable<Uint8Array>, isText: boolean): Promise<Said> => oneAtATime(async () => {
  const heard = await runLimited(child, [isText ? 'text' : 'other'], content);
  return heard ? saidForm.parse(JSON.parse(heard.toString())) : { why: 'too_costly' };
});
