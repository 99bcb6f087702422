/**
 * Every failure the API reports, with the one HTTP status it travels as (RFC 9457 problem details).
 * Free of zod: pages import it.
 */
export const errorStatus = {
  invalid_input: 422,
  malformed_request: 400,
  not_signed_in: 401,
  use_dpop_nonce: 401,
  invalid_proof: 401,
  wrong_credentials: 401,
  fresh_proof_required: 403,
  /** The owner requires an authenticator app: until it is set up, nothing else is open. */
  totp_required: 403,
  forbidden: 403,
  origin_not_allowed: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  time_not_free: 409,
  too_late_to_change: 409,
  not_payable: 409,
  request_in_progress: 409,
  stale_version: 412,
  too_large: 413,
  unsupported_type: 415,
  range_not_satisfiable: 416,
  idempotency_mismatch: 422,
  rate_limited: 429,
  internal: 500,
  busy: 503,
  /** No room left for files: the business's quota, or the disk. */
  storage_full: 507,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** Why a field was refused, for pages that say it in their own words. */
export const fieldReasons = [
  'missing', 'malformed', 'too_short', 'too_long', 'out_of_range', 'unknown', 'common_password', 'personal_password', 'same_address', 'wrong_code',
] as const;
export type FieldReason = (typeof fieldReasons)[number];

/** `reason` of a `time_not_free`: why that time cannot be had. */
export const timeReasons = ['in_the_past', 'too_soon', 'too_far_ahead', 'closed', 'outside_hours', 'not_a_start_time', 'taken', 'day_full'] as const;
export type TimeReason = (typeof timeReasons)[number];

/** `reason` of a `conflict` that somebody who is not staff may meet. */
export const conflictReasons = ['already_cancelled', 'already_over', 'has_password', 'address_taken', 'totp_not_started', 'use_authenticator', 'other_browser', 'package_not_usable', 'package_ends_before', 'not_held', 'already_asked', 'plan_changed', 'consent_changed', 'paying_already'] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/** `reason` of a `conflict` about a file; only pages with documents have words for them. */
export const fileReasons = ['upload_moved_on', 'upload_incomplete', 'upload_damaged', 'too_many_uploads', 'wrong_content', 'being_checked', 'content_gone', 'newer_version', 'not_asked', 'no_preview'] as const;
export type FileReason = (typeof fileReasons)[number];

/** One wrong field: where it is (`hours.0.startMinute`) and what to do about it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
  /** Left out where only the business's own settings can be meant. */
  readonly reason?: FieldReason;
}

/** RFC 9457 problem details as this API sends them. `detail` is a sentence a shop owner can act on. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly requestId: string;
  readonly fields?: readonly FieldError[];
  /** With `time_not_free`: the nearest free start times, UTC. */
  readonly nearest?: readonly string[];
  /** With `time_not_free` and most `conflict`s: why. */
  readonly reason?: TimeReason | ConflictReason | FileReason;
  /** With `rate_limited` and `busy`: seconds to wait. */
  readonly retryAfter?: number;
}
