import type { Call } from './route.ts';

/** A download, never a page: an attachment that may run nothing. */
export function asDownload({ setHeader }: Pick<Call, 'setHeader'>, name: string, content: Uint8Array | ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  setHeader('Content-Disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded(name)}`);
  setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  return content instanceof ReadableStream ? content : new Blob([new Uint8Array(content)]).stream();
}

/** RFC 8187: `encodeURIComponent` leaves four characters that may not stand there, and half of an emoji has no bytes at all. */
const encoded = (name: string): string => encodeURIComponent(name.toWellFormed()).replaceAll(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
