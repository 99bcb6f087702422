import { z } from 'zod';
import { conflictReasons, errorStatus, fieldReasons, timeReasons, type ErrorCode } from './errors.ts';

/** The wire form of {@link import('./errors.ts').Problem}. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ field: z.string(), message: z.string(), reason: z.enum(fieldReasons).optional() })).optional(),
  nearest: z.array(z.string()).optional(),
  reason: z.enum([...timeReasons, ...conflictReasons]).optional(),
  retryAfter: z.int().optional(),
}).meta({ id: 'Problem' });
