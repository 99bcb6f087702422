import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.map': 'application/json', '.woff2': 'font/woff2', '.png': 'image/png',
};

/** A built file of ours, compressed beforehand where the browser takes it; undefined when there is none. */
export function staticFile(c: Context<AppEnv>, folder: string, name: string): Response | undefined {
  const path = normalize(join(folder, name));
  const type = types[extname(path)];
  if (!path.startsWith(folder + sep) || type === undefined || !isFile(path)) return undefined;
  const accepted = c.req.header('accept-encoding') ?? '';
  const encoding = accepted.includes('br') && isFile(`${path}.br`) ? 'br' : accepted.includes('gzip') && isFile(`${path}.gz`) ? 'gzip' : undefined;
  const file = encoding === 'br' ? `${path}.br` : encoding === 'gzip' ? `${path}.gz` : path;
  c.header('Content-Type', type);
  c.header('Vary', 'Accept-Encoding');
  // Hashed names never change; the evergreen ones are asked for again, cheaply.
  c.header('Cache-Control', /-[A-Za-z0-9_-]{8,}\.(js|css)$/.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=300, stale-while-revalidate=86400');
  if (encoding) c.header('Content-Encoding', encoding);
  const etag = `W/"${statSync(file).mtimeMs.toString(36)}-${statSync(file).size.toString(36)}"`;
  c.header('ETag', etag);
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>);
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

export const readText = (path: string): string | undefined => isFile(path) ? readFileSync(path, 'utf8') : undefined;
