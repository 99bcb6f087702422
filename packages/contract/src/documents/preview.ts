import { z } from 'zod';
import { pictureWidths } from './kinds.ts';

/** A page as it is seen: CSS pixels, at 96 to the inch. */
export const PreviewPage = z.object({
  number: z.int(), width: z.int(), height: z.int(),
  /** Its words, for whoever does not see them. */
  text: z.string(),
});
export type PreviewPage = z.infer<typeof PreviewPage>;

/** What a version looks like. `none`: there are no pictures of such files; they are downloaded. */
export const Preview = z.object({
  version: z.int(), kind: z.enum(['pages', 'picture', 'none']),
  /** All there are; `pages` lists the first two hundred. */
  pageCount: z.int(), pages: z.array(PreviewPage),
}).meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;

const Version = z.coerce.number().int().min(1).max(100_000).optional();
export const PreviewQuery = z.strictObject({ version: Version });
export type PreviewQuery = z.infer<typeof PreviewQuery>;

const widths: readonly number[] = pictureWidths;
/** `width` in pixels of the picture. */
export const PictureQuery = z.strictObject({ version: Version, width: z.coerce.number().int().refine((width) => widths.includes(width), `Use one of ${widths.join(', ')}.`).default(960) });
export type PictureQuery = z.infer<typeof PictureQuery>;
