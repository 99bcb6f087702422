import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { lane, runLimited, type LimitedChild } from '../../limited-child.ts';
import { limits } from './limits.ts';

const size = z.int().min(1).max(1_000_000);
const pagesForm = z.strictObject({
  kind: z.enum(['pages', 'picture']), pageCount: z.int().min(0),
  pages: z.array(z.strictObject({ number: z.int().min(1), width: size, height: size, text: z.string().max(limits.pageChars) })).max(limits.pages),
});
const problemForm = z.strictObject({ why: z.enum(['locked', 'damaged', 'too_costly']) });

export type ListedPages = z.infer<typeof pagesForm>;
export type Problem = z.infer<typeof problemForm>;
/** The beginning of a WebP file. */
const riff = Buffer.from('RIFF');

const path = fileURLToPath(new URL('render-child.ts', import.meta.url));
const child: LimitedChild = { path, folders: [dirname(path)], packages: ['@hyzyla/pdfium', '@jsquash/jpeg', '@jsquash/png', '@jsquash/webp'], limits };
/** One of them can be slow without keeping everybody waiting. */
const twoAtATime = lane(2);

type Content = () => AsyncIterable<Uint8Array>;

/** Which pages there are, and their words. */
export const listPages = (content: Content): Promise<ListedPages | Problem> => twoAtATime(async () => {
  const heard = await runLimited(child, ['pages'], content);
  return heard ? z.union([pagesForm, problemForm]).parse(JSON.parse(heard.toString())) : { why: 'too_costly' };
});

/** A picture of a page, as WebP, so wide at most. */
export const drawPage = (content: Content, number: number, width: number): Promise<Buffer | Problem> => twoAtATime(async () => {
  const heard = await runLimited(child, ['page', String(number), String(width)], content);
  if (!heard) return { why: 'too_costly' };
  return heard.subarray(0, 4).equals(riff) ? heard : problemForm.parse(JSON.parse(heard.toString()));
});
