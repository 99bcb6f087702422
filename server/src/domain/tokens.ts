import { createHmac, hash, timingSafeEqual } from 'node:crypto';

/** SHA-256, base64url: how secrets of full entropy are stored. */
export const hashOf = (text: string): string => hash('sha256', text, 'base64url');

export const hmacOf = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url');

export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A secret that says whose it is: `<businessId>.<256 random bits>`. Only its hash is stored. */
export const tokenFor = (businessId: string, randomBytes: (size: number) => Uint8Array): string =>
  `${businessId}.${Buffer.from(randomBytes(32)).toString('base64url')}`;

/** The business that a token claims; its hash still has to be found there. */
export function businessOfToken(token: string): string | undefined {
  const [businessId, secret, more] = token.split('.');
  return businessId && secret && more === undefined && secret.length === 43 ? businessId : undefined;
}
