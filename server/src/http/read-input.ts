import type { FieldError, FieldReason } from '@portico/contract/errors.ts';
import type { Context } from 'hono';
import type { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import type { AppEnv } from './env.ts';

const deepest = 12;

/** The body as JSON, refused before parsing when it is too large, not JSON, or nested too deep. */
export async function readJson(c: Context<AppEnv>, maxBytes: number): Promise<{ text: string; value: unknown }> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const text = await readText(c, maxBytes);
  if (text === '') return { text, value: {} };
  if (type !== 'application/json') throw new DomainError('unsupported_type', 'Send JSON, with the header Content-Type: application/json.');
  if (nesting(text) > deepest) throw new DomainError('malformed_request', `Nest at most ${deepest} levels deep.`);
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new DomainError('malformed_request', 'This is not valid JSON.');
  }
}

async function readText(c: Context<AppEnv>, maxBytes: number): Promise<string> {
  const tooLarge = (): DomainError => new DomainError('too_large', `Send at most ${Math.floor(maxBytes / 1000)} kB.`);
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw tooLarge();
  // A length that is told is kept by Node's parser, so the body can be taken in one piece.
  if (c.req.header('content-length') !== undefined) {
    const bytes = await c.req.raw.arrayBuffer();
    if (bytes.byteLength > maxBytes) throw tooLarge();
    return Buffer.from(bytes).toString('utf8');
  }
  const body = c.req.raw.body;
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** How deep arrays and objects nest, without parsing. */
export function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === 0x5c) at += 1;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) most = Math.max(most, (depth += 1));
    else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
  return most;
}

/** Checks input against its schema; the error names every wrong field with what to do. */
export function checked(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid_input', 'Some fields need another look.', { fields: fieldErrors(parsed.error) });
}

const mostFields = 20;

function fieldErrors(error: z.ZodError): readonly FieldError[] {
  return error.issues.slice(0, mostFields).map((issue) => ({
    field: [...issue.path, ...(issue.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : [])].join('.'),
    message: issue.code === 'unrecognized_keys' ? 'This field is not known here: leave it out.' : wording(issue),
    reason: reasonOf(issue),
  }));
}

/** The same in one word, for pages that speak another language. */
function reasonOf(issue: z.core.$ZodIssue): FieldReason {
  switch (issue.code) {
    case 'unrecognized_keys': return 'unknown';
    case 'too_small': return issue.origin !== 'string' && issue.origin !== 'array' ? 'out_of_range' : issue.minimum === 1 ? 'missing' : 'too_short';
    case 'too_big': return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'out_of_range';
    case 'invalid_type': return issue.input === undefined ? 'missing' : 'malformed';
    default: return 'malformed';
  }
}

function wording(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'Fill this in.';
  return issue.message;
}

/** Query values, each at most once. */
export function readQuery(c: Context<AppEnv>): Record<string, string> {
  const { url } = c.req;
  const start = url.indexOf('?');
  if (start < 0) return {};
  const end = url.indexOf('#', start);
  const found = new URLSearchParams(url.slice(start, end < 0 ? undefined : end));
  // Without a prototype, so that no name is taken before it is given.
  const values = Object.create(null) as Record<string, string>;
  for (const [name, value] of found) {
    if (name in values) throw new DomainError('malformed_request', `Give ${name.slice(0, 40)} once only.`);
    values[name] = value;
  }
  return values;
}
