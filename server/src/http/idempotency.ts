import { DomainError } from '../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { seal, unseal } from '../domain/sealed-secret.ts';
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

/** An answer may hold what is sealed where it comes from, so it is kept sealed; those from before are plain. */
const ownerOf = ({ businessId, principal, key }: Asked): string => `answer ${businessId} ${principal} ${key}`;
const openAnswer = ({ config }: Pick<Deps, 'config'>, asked: Asked, kept: string): string => kept.startsWith('v1.') ? unseal(config.keys.seal.reveal(), ownerOf(asked), kept) : kept;

/**
 * Runs `work` once for a key, in the transaction that the work belongs to. Failures are not kept: they changed
 * nothing, so trying again is right.
 */
export async function once(deps: Pick<Deps, 'config' | 'now' | 'randomBytes'>, tx: WriteDb, asked: Asked, status: number, work: () => Promise<string>): Promise<Answer> {
  const known = await findAnswer(tx, asked);
  if (known) {
    if (known.fingerprint !== asked.fingerprint) throw new DomainError('idempotency_mismatch', 'This Idempotency-Key was used for another request: make a new one.');
    return { status: known.status, body: openAnswer(deps, asked, known.body), replayed: true };
  }
  const body = await work();
  await keepAnswer(tx, asked, status, seal(deps.config.keys.seal.reveal(), ownerOf(asked), body, deps.randomBytes), deps.now());
  return { status, body, replayed: false };
}
