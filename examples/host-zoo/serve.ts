import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vendorFile } from './vendor-files.ts';
import { zooPages } from './zoo-pages.ts';

/** What the console prints for one business, piece by piece. */
export interface PrintedSnippet {
  readonly business: string;
  readonly script: string;
  readonly bookings: string;
  readonly login: string;
  readonly hostedUrl: string;
}

export interface ZooOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly apiUrl: string;
  readonly snippet: PrintedSnippet;
}

export interface Zoo {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const folder = fileURLToPath(new URL('pages/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
};

/** Serves the hostile pages, each with the headers that make it hostile and the snippet as it is printed today. */
export async function serveZoo({ port, apiUrl, snippet }: ZooOptions): Promise<Zoo> {
  const api = apiUrl.replace(/\/+$/, '');
  const server = createServer((request, response) => {
    answer(request, response, api, snippet).catch((error: unknown) => send(response, 500, '.html', String(error)));
  });
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, api: string, snippet: PrintedSnippet): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://zoo.invalid').pathname.slice(1);
  const nonce = randomBytes(16).toString('base64');
  const page = zooPages.find(({ name }) => path === `${name}.html`);
  for (const [header, value] of Object.entries(page?.headers ?? {})) {
    response.setHeader(header, value.replaceAll('{api}', new URL(api).origin).replaceAll('{nonce}', nonce));
  }
  // A page that demands it of others says it of its own files too.
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  const words = wordsFor(api, snippet, /nonce/.test(page?.headers?.['Content-Security-Policy'] ?? '') ? nonce : undefined);
  const text = await vendorFile(path, words) ?? await ownFile(path);
  if (text === undefined) return send(response, path === 'favicon.ico' ? 204 : 404, '.html', '');
  send(response, 200, extname(path), fill(text, words));
}

/** Only names that our own files have. */
async function ownFile(path: string): Promise<string | undefined> {
  if (!/^[a-z0-9-]+\.(html|css|js)$/.test(path)) return undefined;
  return readFile(folder + path, 'utf8').catch(() => undefined);
}

/** The words that stand in `{{…}}` in the pages. */
export type Words = Readonly<Record<string, string>>;

function wordsFor(api: string, { business, script, bookings, login, hostedUrl }: PrintedSnippet, nonce: string | undefined): Words {
  const own = nonce ? script.replace('<script ', `<script nonce="${nonce}" `) : script;
  return {
    api, business, bookings, login, script: own, hosted: hostedUrl,
    'other-script': script.replace(`${api}/v1/`, '/vendor/other/').replace(' data-business', ` data-api-url="${api}" data-business`),
    'bookings-unstyled': bookings.replace(/ style="[^"]*"/, ''), 'bookings-height': heightOf(bookings),
    'login-unstyled': login.replace(/ style="[^"]*"/, ''), 'login-height': heightOf(login),
  };
}

const heightOf = (lines: string): string => /min-height:\s*([^;"]+)/.exec(lines)?.[1] ?? '';

export function fill(text: string, words: Words): string {
  return text.replaceAll(/\{\{([a-z-]+)\}\}/g, (whole, name: string) => words[name] ?? whole);
}

function send(response: ServerResponse, status: number, extension: string, body: string): void {
  response.writeHead(status, { 'Content-Type': types[extension] ?? 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(body);
}
