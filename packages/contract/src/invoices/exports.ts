import { z } from 'zod';
import { CivilDate } from '../primitives.ts';

/** Both days count; left out: everything. */
export const ExportQuery = z.strictObject({ from: CivilDate.optional(), until: CivilDate.optional() })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, { path: ['until'], error: 'Use the first day or a later one.' });
export type ExportQuery = z.infer<typeof ExportQuery>;
