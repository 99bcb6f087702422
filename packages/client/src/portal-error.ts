import type { ErrorCode, FieldError, Problem } from '@portico/contract/errors.ts';

/** What the API reports, and the one thing that it cannot: that it was not reached at all. */
export type PortalErrorCode = ErrorCode | 'unreachable';

/** Everything that a call can fail with. `message` is a sentence for the person at the screen. */
export class PortalError extends Error {
  override readonly name = 'PortalError';
  readonly code: PortalErrorCode;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly fields: readonly FieldError[];
  /** With `time_not_free`: the nearest free start times, UTC. */
  readonly nearest: readonly string[];
  readonly reason: string | undefined;
  readonly requestId: string | undefined;
  /** Seconds to wait. */
  readonly retryAfter: number | undefined;

  constructor(code: PortalErrorCode, detail: string, facts: Partial<Problem> & { readonly cause?: unknown } = {}) {
    super(detail, { cause: facts.cause });
    this.code = code;
    this.status = facts.status ?? 0;
    this.fields = facts.fields ?? [];
    this.nearest = facts.nearest ?? [];
    this.reason = facts.reason;
    this.requestId = facts.requestId;
    this.retryAfter = facts.retryAfter;
  }

  get detail(): string {
    return this.message;
  }

  /** What to do about one field, if the server named it. */
  fieldMessage(field: string): string | undefined {
    return this.fields.find((wrong) => wrong.field === field)?.message;
  }
}

/** No answer: offline, blocked, timed out, or a server that is down. */
export function unreachable(cause?: unknown): PortalError {
  return new PortalError('unreachable', 'There is no connection at the moment.', { cause });
}

/** Made of a problem+json answer; of anything else (a proxy's page) only the status can be told. */
export function problemOf(body: unknown, status: number): PortalError {
  const problem = typeof body === 'object' && body !== null ? body as Partial<Problem> : {};
  if (typeof problem.code !== 'string') {
    return new PortalError(status >= 502 ? 'busy' : 'internal', 'Something went wrong at our end. Please try again.', { status });
  }
  return new PortalError(problem.code, problem.detail ?? '', { ...problem, status });
}
