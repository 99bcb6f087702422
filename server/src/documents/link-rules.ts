import { hmacOf, sameText } from '../domain/tokens.ts';

/** What an address opens, for whom: nothing else, for nobody else. */
export interface FileTicket {
  readonly businessId: string;
  /** The document, or the invoice whose paper it is. */
  readonly subjectId: string;
  /** 0: a paper, which has one version. */
  readonly version: number;
  readonly kind: 'client' | 'staff';
  readonly personId: string;
  readonly sessionId: string;
}

export const linkLife = 60_000;

export function signTicket(key: string, { businessId, subjectId, version, kind, personId, sessionId }: FileTicket, until: number): string {
  const text = [businessId, subjectId, version, kind, personId, sessionId, Math.floor(until / 1000)].join('.');
  return `${text}.${signature(key, text)}`;
}

/** Undefined when it is forged or too old. */
export function readTicket(key: string, token: string, now: number): FileTicket | undefined {
  const parts = token.split('.');
  const [businessId = '', subjectId = '', version = '', kind, personId = '', sessionId = '', until = '', signed = ''] = parts;
  if (parts.length !== 8 || (kind !== 'client' && kind !== 'staff') || !sameText(signed, signature(key, parts.slice(0, 7).join('.')))) return undefined;
  return Number(until) * 1000 > now ? { businessId, subjectId, version: Number(version), kind, personId, sessionId } : undefined;
}

const signature = (key: string, text: string): string => hmacOf(key, `file ${text}`);
