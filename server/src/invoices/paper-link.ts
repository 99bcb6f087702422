import type { Deps } from '../deps.ts';
import { DAY } from '../domain/civil-time.ts';
import { hmacOf, sameText } from '../domain/tokens.ts';

export interface PaperLink {
  readonly businessId: string;
  readonly kind: 'invoice' | 'receipt';
  readonly subjectId: string;
}

const lifetime = 60 * DAY;

/** An address that opens one paper for two months, for mails: one click, no sign-in, nothing else behind it. */
export function paperUrl(deps: Pick<Deps, 'config' | 'now'>, link: PaperLink): string {
  const text = [link.businessId, link.kind, link.subjectId, Math.floor((deps.now() + lifetime) / 1000)].join('.');
  return `${deps.config.publicUrl}/v1/papers/${text}.${signature(deps.config.keys.codes.reveal(), text)}`;
}

/** What a link opens; undefined when it is forged or too old. */
export function readPaperToken(key: string, token: string, now: number): PaperLink | undefined {
  const [businessId = '', kind, subjectId = '', until = '', signed = '', more] = token.split('.');
  if (more !== undefined || (kind !== 'invoice' && kind !== 'receipt')) return undefined;
  if (!sameText(signed, signature(key, [businessId, kind, subjectId, until].join('.')))) return undefined;
  return Number(until) * 1000 > now ? { businessId, kind, subjectId } : undefined;
}

const signature = (key: string, text: string): string => hmacOf(key, `paper ${text}`);
