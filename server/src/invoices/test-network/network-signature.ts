import { createHmac } from 'node:crypto';
import { sameText } from '../../domain/tokens.ts';

const toleranceMs = 300_000;

/** Signs as Stripe does: HMAC-SHA-256 over the time and the bytes of the body. */
export const signNetworkEvent = (secret: string, body: string, now: number): string => {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${digest(secret, seconds, body)}`;
};

export function isNetworkSignature(secret: string, body: string, header: string, now: number): boolean {
  const [, seconds = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  return secret !== '' && seconds !== '' && Math.abs(now - Number(seconds) * 1000) <= toleranceMs && sameText(given, digest(secret, Number(seconds), body));
}

const digest = (secret: string, seconds: number, body: string): string => createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
