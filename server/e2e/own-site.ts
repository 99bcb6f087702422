import { createServer, type Server } from 'node:http';
import type { DemoWorld } from './demo-browser.ts';

/** Pages of a test's own by path, `[type, body]`, at the address that the demo's business has registered. Not by interception: a browser lets only what this machine serves talk to this machine. */
export async function serveInstead(demo: DemoWorld, files: Record<string, readonly [type: string, body: string]>): Promise<{ close(): void }> {
  await demo.site.close();
  const server: Server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? [];
    if (type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
  });
  await new Promise<void>((ready) => server.listen(Number(new URL(demo.site.url).port), ready));
  return { close: () => { server.closeAllConnections(); server.close(); } };
}
