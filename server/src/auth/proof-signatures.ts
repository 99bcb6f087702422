import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { ProofKey } from './dpop-rules.ts';

/** A page signs with one key for as long as it lives, so the first part of all its proofs is the same text. */
export interface KnownHeader {
  readonly jkt: string;
  readonly key: KeyObject;
}

/** Headers of proofs that were found good, whole. */
export interface KnownHeaders {
  find(header: string): KnownHeader | undefined;
  add(header: string, jkt: string, key: ProofKey): void;
}

const most = 5_000;

export function knownHeaders(): KnownHeaders {
  const known = new Map<string, KnownHeader>();
  return {
    find(header) {
      const found = known.get(header);
      if (!found) return undefined;
      known.delete(header);
      known.set(header, found);
      return found;
    },
    add(header, jkt, jwk) {
      if (known.size >= most) known.delete(known.keys().next().value as string);
      known.set(header, { jkt, key: createPublicKey({ key: { ...jwk }, format: 'jwk' }) });
    },
  };
}

const verified = promisify(verify);

/** ES256 (RFC 7518 3.4), on another thread: a signature takes longer than the request that it signs. */
export async function isSigned(key: KeyObject, text: string, signature: string): Promise<boolean> {
  const bytes = Buffer.from(signature, 'base64url');
  return bytes.length === 64 && verified('sha256', Buffer.from(text, 'latin1'), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}
