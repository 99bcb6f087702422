import type { Context } from 'hono';
import { DomainError } from '../domain/errors.ts';
import type { AppEnv } from './env.ts';
import { partialUpload } from './route.ts';

/** The body as it comes; nothing of it is kept in memory here. */
export function bytesOf(c: Context<AppEnv>): ReadableStream<Uint8Array> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== partialUpload) throw new DomainError('unsupported_type', `Send the bytes with the header Content-Type: ${partialUpload}.`);
  return (c.req.raw.body as ReadableStream<Uint8Array> | null) ?? new Blob([]).stream();
}
