import type { ErrorCode, FieldError, Problem } from '@portico/contract/errors.ts';

/** A refusal as the API told it, or `unreachable` when nothing answered. */
export class ProblemError extends Error {
  readonly code: ErrorCode | 'unreachable';
  readonly status: number;
  readonly fields: readonly FieldError[];
  readonly nearest: readonly string[];
  readonly reason: Problem['reason'];
  readonly requestId: string | undefined;

  constructor(problem: Partial<Problem> & Pick<Problem, 'detail'>, code: ErrorCode | 'unreachable' = problem.code ?? 'internal') {
    super(problem.detail);
    this.name = 'ProblemError';
    this.code = code;
    this.status = problem.status ?? 0;
    this.fields = problem.fields ?? [];
    this.nearest = problem.nearest ?? [];
    this.reason = problem.reason;
    this.requestId = problem.requestId;
  }
}

/** One sentence for whatever went wrong. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return 'Something went wrong on this page. Reload it and try again.';
  const reference = error.status >= 500 && error.requestId ? ` (reference ${error.requestId})` : '';
  return error.message + reference;
}
