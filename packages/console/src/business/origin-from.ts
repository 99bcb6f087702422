/** `www.example.com/visits` to `https://www.example.com`; undefined when it is no address. */
export function originFrom(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) || (!url.hostname.includes('.') && !isLocal)) return undefined;
  return url.origin;
}
