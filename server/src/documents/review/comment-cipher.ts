import { createCipheriv, createDecipheriv } from 'node:crypto';

const boundTo = (id: string): Buffer => Buffer.from(`portico comment 1\n${id}`);

/** Seals what somebody has said with the text key of the client, AES-256-GCM, bound to its comment. */
export function sealComment(key: Uint8Array, id: string, text: string, nonce: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(id));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when another key sealed it, or it was changed or moved. */
export function openComment(key: Uint8Array, id: string, sealed: Uint8Array): string | undefined {
  if (sealed.length < 28) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(boundTo(id));
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}
