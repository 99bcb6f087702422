/** Where the link of a sign-in's mail leads. */
export interface ReturnPlace {
  /** Without a hash; undefined: the portal page. */
  readonly page: string | undefined;
  /** What the page's address was about: `/bookings/<id>`, or nothing. */
  readonly about: string;
}

/** Only places: what a mail once put into an address (a token) does not go into another. */
const place = /^#portal(\/(?!sign-in|reset|invitation|confirm-email)[a-z-]{1,40}(?:\/[\w-]{1,64})?)$/;
/** Nothing in it that a redirect by path would take for an address. */
const isPlain = (path: string): boolean => !/\/\/|[:\\]/.test(path);

/**
 * Back to where it began: another page than the one that mails usually lead to may be where the person was, and its key
 * is the only one that opens the link. Whoever asks may lie about where they are, so the link goes to the origin that
 * asked (it is registered) and nowhere else; and without the query, which on many sites can send people elsewhere, with
 * the token. The portal page keeps its own.
 */
export function returnPlace(returnTo: string | undefined, origin: string | null, portalUrl: string | null): ReturnPlace {
  const url = returnTo === undefined ? null : URL.parse(returnTo);
  if (!url || url.origin !== origin) return { page: undefined, about: '' };
  const about = place.exec(url.hash)?.[1] ?? '';
  const portal = portalUrl === null ? null : URL.parse(portalUrl);
  const isPortal = portal?.origin === url.origin && portal.pathname === url.pathname;
  // `/?page_id=12` is not the page that `/` is.
  const isLost = portal?.origin === url.origin && url.search !== '' && url.pathname === '/';
  const path = safelyDecoded(url.pathname);
  return { page: isPortal || isLost || path === undefined || !isPlain(path) ? undefined : url.origin + url.pathname, about };
}

function safelyDecoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
