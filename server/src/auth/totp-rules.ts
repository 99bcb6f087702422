import { Secret, TOTP } from 'otpauth';
import { DomainError } from '../domain/errors.ts';
import type { TotpPolicy } from '../business/public.ts';
import type { IdentityKind } from './tables.ts';

const period = 30;

const totpOf = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period, label, issuer, issuerInLabel: true });

export const newTotpSecret = (randomBytes: (size: number) => Uint8Array): string =>
  new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;

export const totpUri = (secret: string, email: string, businessName: string): string => totpOf(secret, email, businessName.replaceAll(':', ' ')).toString();

/**
 * The time step of a right code, or undefined. One step on either side for clocks that differ; a step that was taken
 * before, or an older one, is never taken again (RFC 6238 5.2).
 */
export function acceptedStep(secret: string, code: string, now: number, lastStep: number): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now / 1000 / period) + delta;
  return step > lastStep ? step : undefined;
}

/** Does the owner want everybody of this kind to have an authenticator app? */
export const needsTotp = (policy: TotpPolicy, kind: IdentityKind): boolean => policy === 'everyone' || (policy === 'staff' && kind === 'staff');

export const totpRequired = (): DomainError => new DomainError('totp_required', 'An authenticator app is required here besides the password. Add one in your account; everything else opens then.');
