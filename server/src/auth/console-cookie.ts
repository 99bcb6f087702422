import type { Deps } from '../deps.ts';
import { lifetimes } from './credential-rules.ts';

type Name = 'console' | 'device';
type Setting = Pick<Deps, 'config'>;

const isSecure = ({ config }: Setting): boolean => config.publicUrl.startsWith('https:');

/** The prefix makes browsers insist on Secure, on this host alone and on the root path. */
const nameOf = (deps: Setting, name: Name): string => `${isSecure(deps) ? '__Host-' : ''}portico-${name}`;

const cookie = (deps: Setting, name: Name, content: string, maxAgeSeconds: number): string =>
  `${nameOf(deps, name)}=${content}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${isSecure(deps) ? '; Secure' : ''}`;

export interface ConsoleCredential {
  readonly businessId: string;
  readonly sessionId: string;
  readonly secret: string;
}

export const sessionCookie = (deps: Setting, { businessId, sessionId, secret }: ConsoleCredential): string =>
  cookie(deps, 'console', `${businessId}.${sessionId}.${secret}`, lifetimes.console.absolute / 1000);

export const noSessionCookie = (deps: Setting): string => cookie(deps, 'console', '', 0);

/** As long as browsers keep any cookie. It opens nothing; it only spares its owner the mailed code. */
export const deviceCookie = (deps: Setting, mark: string): string => cookie(deps, 'device', mark, 400 * 86_400);

export function readCookie(deps: Setting, header: string | undefined, name: Name): string | undefined {
  const start = `${nameOf(deps, name)}=`;
  const found = (header ?? '').split(/;\s*/).filter((part) => part.startsWith(start));
  return found.length === 1 ? found[0]?.slice(start.length) : undefined;
}

const shape = /^([0-9a-z]{20,40})\.([0-9a-z]{20,40})\.([A-Za-z0-9_-]{43})$/;

export function readCredential(deps: Setting, header: string | undefined): ConsoleCredential | undefined {
  const [, businessId, sessionId, secret] = shape.exec(readCookie(deps, header, 'console') ?? '') ?? [];
  return businessId && sessionId && secret ? { businessId, sessionId, secret } : undefined;
}
