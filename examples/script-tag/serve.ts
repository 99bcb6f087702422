import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface DemoOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Where Portico runs: it replaces `http://localhost:8787` in the pages. */
  readonly apiUrl: string;
}

export interface Demo {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const site = fileURLToPath(new URL('site/', import.meta.url));
/** What another example serves, on the same origin as the sites. */
const playground = fileURLToPath(new URL('../playground/site/', import.meta.url));
const addressInPages = 'http://localhost:8787';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the two websites as any web host would: files, and a careful owner's security headers. */
export async function serveDemo({ port, apiUrl }: DemoOptions): Promise<Demo> {
  const api = new URL(apiUrl);
  const address = api.href.replace(/\/+$/, '');
  const headers = {
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': contentSecurityPolicy(api.origin),
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(request, response, address).catch(() => response.destroy());
  });
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** All that Portico asks of a strict page is its origin in three lines, and the snippet's reserved height. */
function contentSecurityPolicy(apiOrigin: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${apiOrigin}`,
    `connect-src ${apiOrigin}`,
    `img-src 'self' data: ${apiOrigin}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

async function answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return say(response.setHeader('Allow', 'GET, HEAD'), 405, 'This site only answers GET and HEAD.');
  }
  const path = readPath(request.url ?? '/');
  if (path === '/nachtwerk' || path === '/playground') return say(response.setHeader('Location', `${path}/`), 308, `It is at ${path}/.`);
  const file = path && fileFor(path);
  const bytes = file && await readFile(file).catch(() => undefined);
  if (!file || !bytes) return say(response, 404, 'There is no such page here. Start at /');
  const body = extname(file) === '.html' ? Buffer.from(bytes.toString().replaceAll(addressInPages, address)) : bytes;
  send(response, 200, types[extname(file)] ?? 'application/octet-stream', body);
}

function readPath(target: string): string | undefined {
  try {
    return decodeURIComponent(new URL(target, 'http://demo.invalid').pathname);
  } catch {
    return undefined;
  }
}

/** Only names that our own files have: no dots in front, no way up, no backslash, no NUL. */
function fileFor(path: string): string | undefined {
  const name = path.endsWith('/') ? `${path}index.html` : path;
  if (!/^(\/[a-z0-9-]+)*\/[a-z0-9-]+\.(html|css|svg)$/.test(name)) return undefined;
  return name.startsWith('/playground/') ? join(playground, name.slice('/playground/'.length)) : join(site, name);
}

function say(response: ServerResponse, status: number, sentence: string): void {
  send(response, status, 'text/plain; charset=utf-8', Buffer.from(`${sentence}\n`));
}

/** Node leaves the body out of the answer to a HEAD by itself. */
function send(response: ServerResponse, status: number, type: string, body: Buffer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length }).end(body);
}

async function main(): Promise<void> {
  const { PORTICO_DEMO_PORT, PORTICO_PORT, PORTICO_URL } = process.env;
  const apiUrl = PORTICO_URL || `http://localhost:${PORTICO_PORT || 8787}`;
  const demo = await serveDemo({ port: Number(PORTICO_DEMO_PORT || 8788), apiUrl });
  console.log(`demo sites: ${demo.url}/ (River Physiotherapy) and ${demo.url}/nachtwerk/ (Nachtwerk), Portico at ${apiUrl}`);
  const stop = (): void => void demo.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

if (import.meta.main) await main();
