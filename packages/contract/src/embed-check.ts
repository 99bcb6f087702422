import { z } from 'zod';
import { embedFindings, type EmbedFindingCode } from './embed-findings.ts';

/** The owner's page, to be looked at from outside. */
export const CheckPageInput = z.strictObject({ address: z.string().trim().min(1, 'Enter the address of your page.').max(2000) });
export type CheckPageInput = z.infer<typeof CheckPageInput>;

export const EmbedFinding = z.object({
  code: z.enum(Object.keys(embedFindings) as [EmbedFindingCode, ...EmbedFindingCode[]]),
  /** `problem`: nothing shows. `hint`: it works, and could be better. */
  weight: z.enum(['problem', 'hint', 'fine']),
  facts: z.record(z.string(), z.string()),
});
export type EmbedFinding = z.infer<typeof EmbedFinding>;

export const PageCheck = z.object({
  /** Where redirects led to in the end. */
  address: z.string(),
  /** The tags that were found: `portal-bookings`. */
  tags: z.array(z.string()),
  findings: z.array(EmbedFinding),
}).meta({ id: 'PageCheck' });
export type PageCheck = z.infer<typeof PageCheck>;
