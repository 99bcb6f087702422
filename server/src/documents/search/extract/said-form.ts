import { z } from 'zod';

const whole = z.int().min(0);

/** What a child process may say, whatever got hold of it. */
export const saidForm = z.union([
  z.strictObject({ why: z.enum(['unknown_kind', 'locked', 'no_text', 'pictures', 'damaged', 'too_large', 'too_costly']) }),
  z.strictObject({ text: z.string(), isWhole: z.boolean(), hasPictures: z.boolean(), bounds: z.array(whole), words: z.array(z.tuple([z.string().min(1).max(400), whole, z.array(whole)])) }),
]);
