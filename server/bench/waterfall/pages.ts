import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

export interface Pages {
  /** Where the owner's page lives. */
  readonly host: string;
  close(): void;
}

export interface Times {
  readonly date: string;
  readonly times: readonly { readonly day: string; readonly label: string; readonly startsAt: string; readonly endsAt: string }[];
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const filler = '<h1>River Physiotherapy</h1><p>We listen, test and plan. Come and see us by the river.</p>'.repeat(3);
const page = (inside: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title></head><body>${filler}${inside}${filler}</body></html>`;

async function bundled(entry: string): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({ entryPoints: [here(entry)], bundle: true, minify: true, write: false, outdir: '/', format: 'esm', target: 'es2022', conditions: ['production'], logLevel: 'error' });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}

/**
 * The peers' pages on one origin, their files and times on another, as with us; everything brotli. Ours names the real
 * server. `registered` is the port that the business has registered for its page.
 */
export async function servePages(registered: number, apiUrl: string, times: Times): Promise<Pages> {
  const [peer, limit] = [await bundled('event-calendar.page.js'), await bundled('limit.page.js')];
  const cdn = await serve(0, {
    '/peer.js': ['text/javascript', peer.script], '/peer.css': ['text/css', peer.style], '/limit.js': ['text/javascript', limit.script], '/times.json': ['application/json', JSON.stringify(times)],
  });
  const cdnUrl = urlOf(cdn);
  const host = await serve(registered, {
    '/portico': ['text/html', page(`<script async src="${apiUrl}/v1/portal.js" data-business="river-physio" data-cfasync="false"></script><portal-bookings style="display:block;min-height:max(600px,37.5rem)"><a href="${apiUrl}/p/river-physio">Book online</a></portal-bookings>`)],
    '/peer': ['text/html', page(`<link rel="stylesheet" href="${cdnUrl}/peer.css"><div id="calendar"></div><script type="module" src="${cdnUrl}/peer.js"></script>`)],
    '/limit': ['text/html', page(`<script type="module" src="${cdnUrl}/limit.js"></script><bare-times></bare-times>`)],
  });
  return { host: urlOf(host), close: () => { for (const server of [cdn, host]) { server.closeAllConnections(); server.close(); } } };
}

const urlOf = (server: Server): string => `http://localhost:${(server.address() as AddressInfo).port}`;

async function serve(port: number, files: Readonly<Record<string, readonly [type: string, text: string]>>): Promise<Server> {
  const packed = new Map(Object.entries(files).map(([path, [type, text]]) => [path, { type, body: brotliCompressSync(text) }]));
  const server = createServer((request, response) => {
    const file = packed.get(request.url ?? '');
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8`, 'content-encoding': 'br', 'access-control-allow-origin': '*', 'timing-allow-origin': '*' }).end(file.body);
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}
