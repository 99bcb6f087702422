import { DomainError } from '../domain/errors.ts';
import { hashOf } from '../domain/tokens.ts';
import type { WriteDb } from '../storage/store.ts';
import { findAnswer, keepAnswer } from './idempotency-store.ts';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly replayed: boolean;
}

export interface Asked {
  readonly businessId: string;
  readonly principal: string;
  readonly key: string;
  readonly fingerprint: string;
}

const shape = /^[\x21-\x7e]{16,255}$/;

export function readKey(header: string | undefined): string {
  if (header === undefined || !shape.test(header)) {
    throw new DomainError('malformed_request', 'Send the header Idempotency-Key with 16 to 255 characters of your choice: the same one when you try again.');
  }
  return header;
}

export const fingerprintOf = (method: string, path: string, body: string): string => hashOf(`${method} ${path}\n${body}`);

/**
 * Runs `work` once for a key, in the transaction that the work belongs to. Failures are not kept: they changed
 * nothing, so trying again is right.
 */
export async function once(tx: WriteDb, asked: Asked, now: number, status: number, work: () => Promise<string>): Promise<Answer> {
  const known = await findAnswer(tx, asked);
  if (known) {
    if (known.fingerprint !== asked.fingerprint) throw new DomainError('idempotency_mismatch', 'This Idempotency-Key was used for another request: make a new one.');
    return { status: known.status, body: known.body, replayed: true };
  }
  const body = await work();
  await keepAnswer(tx, asked, status, body, now);
  return { status, body, replayed: false };
}
