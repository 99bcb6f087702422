import { z } from 'zod';
import { Language } from '../primitives.ts';
import { DocumentSummary } from './document.ts';

/** Words in any order; words in quotation marks side by side. The last one may be the beginning of a word of a name. */
export const SearchQuery = z.strictObject({ q: z.string().trim().min(1, 'Say what to look for.').max(200, 'Keep it under 200 characters.'), limit: z.coerce.number().int().min(1).max(50).default(10), lang: Language.optional() });
export type SearchQuery = z.infer<typeof SearchQuery>;

/** What to mark, in UTF-16 units of the text beside it; `end` is not included. Text stays text: nothing here is HTML. */
const Marks = z.array(z.object({ start: z.int(), end: z.int() }));

export const FoundDocument = z.object({
  document: DocumentSummary,
  nameMarks: Marks,
  /** A cut of the content around what was found; null when it was found in the name or a note. */
  passage: z.object({ text: z.string(), marks: Marks }).nullable(),
  /** Its contents can be found; else only its name and notes. */
  isSearchable: z.boolean(),
  /** For staff: why not, or not all. */
  whyNot: z.string(),
}).meta({ id: 'FoundDocument' });
export type FoundDocument = z.infer<typeof FoundDocument>;

/** Best first: words of the name, then how often, then the newest. */
export const SearchResults = z.object({ items: z.array(FoundDocument) }).meta({ id: 'SearchResults' });
export type SearchResults = z.infer<typeof SearchResults>;
