import { hmacOf, sameText } from '../domain/tokens.ts';

export interface AccessGrant {
  readonly businessId: string;
  readonly sessionId: string;
  /** The account of the session's contact, so that a request needs to read nothing but its session. */
  readonly clientId: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

const shape = /^([0-9a-z]{20,40})\.([0-9a-z]{20,40})\.([0-9a-z]{20,40})\.([0-9a-z]{6,11})\.([A-Za-z0-9_-]{43})$/;

/**
 * `business.session.client.expiry.mac`, where the MAC also covers the thumbprint of the page's key: the proof brings
 * the key along, so a token in other hands does not verify.
 */
export function accessToken(key: string, grant: AccessGrant, jkt: string): string {
  const text = textOf(grant);
  return `${text}.${macOf(key, text, jkt)}`;
}

export function readAccessToken(key: string, token: string, jkt: string): AccessGrant | undefined {
  const [, businessId, sessionId, clientId, expiry, mac] = shape.exec(token) ?? [];
  if (!businessId || !sessionId || !clientId || !expiry || !mac) return undefined;
  const grant = { businessId, sessionId, clientId, expiresAt: Number.parseInt(expiry, 36) };
  return sameText(mac, macOf(key, textOf(grant), jkt)) ? grant : undefined;
}

const textOf = ({ businessId, sessionId, clientId, expiresAt }: AccessGrant): string => `${businessId}.${sessionId}.${clientId}.${expiresAt.toString(36)}`;
const macOf = (key: string, text: string, jkt: string): string => hmacOf(key, `access:${text}:${jkt}`);
