import { errorStatus, type ConflictReason, type ErrorCode, type FieldError, type FieldReason, type FileReason, type TimeReason } from '@portico/contract/errors.ts';

export interface DomainErrorExtras {
  readonly fields?: readonly FieldError[];
  readonly nearest?: readonly string[];
  readonly reason?: TimeReason | ConflictReason | FileReason;
  readonly retryAfter?: number;
}

/** A failure that the caller may know. Everything else becomes `internal`, with a log line and no details. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly extras: DomainErrorExtras;
  constructor(code: ErrorCode, detail: string, extras: DomainErrorExtras = {}) {
    super(detail);
    this.name = 'DomainError';
    this.code = code;
    this.extras = extras;
  }
  get status(): (typeof errorStatus)[ErrorCode] {
    return errorStatus[this.code];
  }
}

/** "Not yours" and "not there" are the same answer, byte for byte, whatever was asked for. */
export const notFound = (): DomainError => new DomainError('not_found', 'There is nothing here, or it is not yours to see.');

/** With a reason where somebody who is not staff may meet it: their page says it in its own words. */
export const conflict = (detail: string, reason?: ConflictReason | FileReason): DomainError => new DomainError('conflict', detail, reason ? { reason } : {});

export const invalidField = (field: string, message: string, reason?: FieldReason): DomainError =>
  new DomainError('invalid_input', 'Some fields need another look.', { fields: [{ field, message, ...(reason && { reason }) }] });
