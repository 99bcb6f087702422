import type { Problem } from '@portico/contract/errors.ts';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { DomainError } from '../domain/errors.ts';
import { refusalOf } from '../storage/store.ts';
import { answerWith } from './answer.ts';
import type { AppEnv } from './env.ts';

/** RFC 9457. Only a DomainError says what happened; anything else is logged and told apart by its request id. */
export function problemResponse(log: Logger) {
  return (error: unknown, c: Context<AppEnv>): Response => {
    const known = asDomainError(error);
    if (!known) log.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'request failed');
    return problem(c, known ?? new DomainError('internal', 'Something failed on our side. Nothing was changed; please try again.'));
  };
}

function asDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (refusalOf(error) === 'busy') return new DomainError('busy', 'The database is busy. Nothing was changed; try again in a moment.', { retryAfter: 2 });
  if (error instanceof HTTPException && error.status < 500) return new DomainError('malformed_request', error.message || 'This request cannot be read.');
  return undefined;
}

export function problem(c: Context<AppEnv>, error: DomainError): Response {
  const requestId = c.get('requestId');
  const body: Problem = {
    type: `/docs/errors#${error.code}`,
    title: titles[error.code] ?? error.code.replaceAll('_', ' '),
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId,
    ...error.extras,
  };
  // "Not yours" and "not there" must be the same, byte for byte; the header still carries the id.
  const text = JSON.stringify(error.code === 'not_found' ? { ...body, requestId: '' } : body);
  const { retryAfter } = error.extras;
  return answerWith(c, text, error.status, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }) });
}

const titles: Readonly<Record<string, string>> = {
  invalid_input: 'Some fields are wrong',
  not_found: 'Not found',
  not_signed_in: 'Not signed in',
  time_not_free: 'That time is not free',
  rate_limited: 'Too many requests',
  internal: 'Our fault',
};
