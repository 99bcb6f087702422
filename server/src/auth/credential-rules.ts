import { invalidField } from '../domain/errors.ts';
import { hashOf, hmacOf } from '../domain/tokens.ts';
import { commonPasswords } from './common-passwords.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How long what was handed out is good for. */
export const lifetimes = {
  accessToken: 10 * MINUTE,
  challenge: 10 * MINUTE,
  invitation: 7 * DAY,
  reset: 60 * MINUTE,
  emailChange: DAY,
  page: { idle: 30 * DAY, absolute: 90 * DAY },
  console: { idle: 14 * DAY, absolute: 30 * DAY },
} as const;

export const codeTries = 5;

/** Until when a session lasts that is used now. */
export function sessionEnd(kind: 'contact' | 'staff', createdAt: number, now: number): number {
  const { idle, absolute } = kind === 'contact' ? lifetimes.page : lifetimes.console;
  return Math.min(now + idle, createdAt + absolute);
}

/** Refuses what a guesser tries first (ASVS 5.0 6.2.4, 6.2.11); any other 10 characters will do. */
export function assertGoodPassword(password: string, context: { readonly email: string; readonly businessName: string }): void {
  const plain = password.toLowerCase();
  const bare = plain.replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (commonPasswords.has(plain) || commonPasswords.has(bare.replace(/\d+$/, '')) || /^(.{1,3}?)\1+$/u.test(plain)) {
    throw invalidField('password', 'Many people use this one, so it is tried first: choose another.', 'common_password');
  }
  const words = [context.email, context.email.split('@')[0] ?? '', context.businessName].map((word) => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  if (words.some((word) => word.length >= 4 && bare.replaceAll(word, '').length < 6)) {
    throw invalidField('password', 'This is mostly your address or the name of the business: choose something else.', 'personal_password');
  }
}

/** Six digits, each equally likely: bytes that would favour some are thrown away. */
export function newCode(randomBytes: (size: number) => Uint8Array): string {
  let code = '';
  while (code.length < 6) {
    for (const byte of randomBytes(8)) if (byte < 250 && code.length < 6) code += String(byte % 10);
  }
  return code;
}

/** Six digits have too little entropy for a plain hash; the key makes a stolen table useless. */
export const codeHash = (key: string, idHash: string, code: string): string => hmacOf(key, `${idHash}:${code}`);

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten codes of 125 random bits, in groups that can be copied by hand. */
export function newRecoveryCodes(randomBytes: (size: number) => Uint8Array): readonly string[] {
  return Array.from({ length: 10 }, () => {
    const letters = [...randomBytes(25)].map((byte) => alphabet[byte & 31]).join('');
    return letters.replaceAll(/.{5}(?=.)/g, '$&-');
  });
}

/** However it was typed: with or without dashes, in capitals, O for 0. */
export function recoveryHash(code: string): string {
  return hashOf(`recovery:${code.toLowerCase().replaceAll(/[^0-9a-z]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')}`);
}
