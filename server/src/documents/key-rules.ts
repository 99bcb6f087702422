import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** What a sealed key is bound to: moved to another row it does not open. */
export type KeyOwner = readonly [purpose: 'client' | 'version' | 'text', ...ids: readonly string[]];

/** Seals one key with another, AES-256-GCM. */
export function sealKey(sealer: Uint8Array, owner: KeyOwner, key: Uint8Array, randomBytes: (size: number) => Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealer, nonce);
  cipher.setAAD(boundTo(owner));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Undefined when another key sealed it, or it was changed or moved. */
export function openKey(sealer: Uint8Array, owner: KeyOwner, sealed: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length !== 12 + 32 + 16) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', sealer, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(boundTo(owner));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const boundTo = (owner: KeyOwner): Buffer => Buffer.from(`portico key 1\n${owner.join('\n')}`);

export interface MasterKey {
  /** Says which one sealed a key, and nothing about it. */
  readonly id: string;
  readonly key: Uint8Array;
}

export function masterKeyOf(text: string): MasterKey {
  const derive = (purpose: string): Buffer => createHash('sha256').update(`portico master ${purpose}\n${text}`).digest();
  return { id: derive('id').toString('hex').slice(0, 12), key: derive('key') };
}
