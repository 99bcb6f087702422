import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.map': 'application/json', '.woff2': 'font/woff2', '.png': 'image/png',
};
const encodings = [['br', '.br'], ['gzip', '.gz']] as const;

export const forever = 'public, max-age=31536000, immutable';
/** Names that stay while what is behind them changes: used for minutes, then asked for again, cheaply. */
export const evergreen = 'public, max-age=300, stale-while-revalidate=3600';
/** The build puts a hash into what never changes. */
export const isHashed = (name: string): boolean => /-[A-Za-z0-9_-]{8,}\.(js|css)$/.test(name);

/** A built file of ours, compressed beforehand where the browser takes it; undefined when there is none. */
export function staticFile(c: Context<AppEnv>, folder: string, name: string, cache = isHashed(name) ? forever : evergreen): Response | undefined {
  const path = normalize(join(folder, name));
  const type = types[extname(path)];
  if (!path.startsWith(folder + sep) || type === undefined || !isFile(path)) return undefined;
  const accepted = c.req.header('accept-encoding') ?? '';
  const [encoding, ending] = encodings.find(([token, end]) => accepts(accepted, token) && isFile(path + end)) ?? [undefined, ''];
  const { body, etag } = read(path + ending);
  c.header('Content-Type', type);
  c.header('Vary', 'Accept-Encoding');
  c.header('Cache-Control', cache);
  c.header('ETag', etag);
  if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304);
  if (encoding) c.header('Content-Encoding', encoding);
  c.header('Content-Length', String(body.length));
  return c.body(body);
}

/** RFC 9110 12.5.3: named, and not with `q=0`. */
function accepts(header: string, encoding: string): boolean {
  const named = header.split(',').map((one) => one.trim().toLowerCase().split(/\s*;\s*/)).find(([token]) => token === encoding);
  return named !== undefined && !named.some((one) => /^q=0(\.0*)?$/.test(one));
}

/** RFC 9110 13.1.2: any of a list, compared weakly, since a proxy may weaken ours. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag) ?? false;

interface Content {
  readonly changed: number;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** By path: some hundred kilobytes in all. */
const contents = new Map<string, Content>();

/** Each encoding has other bytes, so another tag; the same on every machine that serves the same build. */
function read(path: string): Content {
  const changed = statSync(path).mtimeMs;
  const known = contents.get(path);
  if (known?.changed === changed) return known;
  const body = new Uint8Array(readFileSync(path));
  const content = { changed, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
  contents.set(path, content);
  return content;
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

export const readText = (path: string): string | undefined => isFile(path) ? readFileSync(path, 'utf8') : undefined;
