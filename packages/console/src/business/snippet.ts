/** What the owner pastes. The height is reserved, so the page does not jump when the element arrives. */
export type SnippetKind = 'bookings' | 'login';

const heights: Readonly<Record<SnippetKind, number>> = { bookings: 560, login: 360 };
const fallbacks: Readonly<Record<SnippetKind, string>> = { bookings: 'Book online', login: 'Sign in' };

export interface SnippetPlace {
  readonly scriptUrl: string;
  readonly key: string;
  readonly hostedUrl: string;
}

export function scriptLine({ scriptUrl, key }: SnippetPlace): string {
  return `<script async src="${scriptUrl}" data-business="${key}" data-cfasync="false"></script>`;
}

export function elementLines({ hostedUrl }: SnippetPlace, kind: SnippetKind): string {
  const reserved = `style="display:block;min-height:${heights[kind]}px"`;
  return `<portal-${kind} ${reserved}>\n  <a href="${hostedUrl}">${fallbacks[kind]}</a>\n</portal-${kind}>`;
}

export const snippetOf = (place: SnippetPlace, kind: SnippetKind): string => `${scriptLine(place)}\n${elementLines(place, kind)}`;

/** `www.example.com/visits` to `https://www.example.com`; undefined when it is no address. */
export function originFrom(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) || (!url.hostname.includes('.') && !isLocal)) return undefined;
  return url.origin;
}
