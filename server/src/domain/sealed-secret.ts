import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** AES-256-GCM, bound to whose secret it is: a sealed text copied to another row does not open. */
export function seal(key: string, owner: string, text: string, randomBytes: (size: number) => Uint8Array): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), iv);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url')}`;
}

/** Throws when it was changed or belongs to somebody else. */
export function unseal(key: string, owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
}

const keyOf = (key: string): Buffer => createHash('sha256').update(key).digest();
