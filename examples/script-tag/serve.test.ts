import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from './serve.ts';
import type { Demo } from './serve.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await serveDemo({ port: 0, apiUrl: 'https://portico.example:444/' });
});
afterAll(() => demo.close());

const pages = ['/', '/portal.html', '/nachtwerk/', '/nachtwerk/portal.html'];

describe('the demo sites', () => {
  it.each(pages)('%s carries the snippet, with the address of the Portico that runs', async (path) => {
    const reply = await fetch(demo.url + path);
    const html = await reply.text();
    const business = path.startsWith('/nachtwerk') ? 'nachtwerk' : 'river-physio';
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('no-cache');
    expect(html).toContain(`<script async src="https://portico.example:444/v1/portal.js" data-business="${business}" data-cfasync="false"></script>`);
    expect(html).toContain(`<portal-bookings style="display:block;min-height:max(600px,37.5rem)"><a href="https://portico.example:444/p/${business}">`);
    expect(html).not.toContain('localhost');
  });

  it.each(pages)('%s links only to files and places that exist, and loads nothing from elsewhere', async (path) => {
    const html = await (await fetch(demo.url + path)).text();
    const own = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address ?? '')
      .filter((address) => !/^(tel|mailto):/.test(address) && !address.startsWith('https://portico.example:444/'));
    expect(own.length).toBeGreaterThan(5);
    for (const address of own) {
      const target = new URL(address, demo.url + path);
      const reply = await fetch(target);
      expect([address, target.origin, reply.status]).toEqual([address, demo.url, 200]);
      if (target.hash) expect(await reply.text()).toContain(`id="${target.hash.slice(1)}"`);
    }
  });

  it('asks of a strict page no more than the API\'s origin and the snippet\'s reserved height', async () => {
    const policy = (await fetch(demo.url)).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self' https://portico.example:444;");
    expect(policy).toContain('connect-src https://portico.example:444;');
    expect(policy).toContain("style-src 'self'; style-src-attr 'unsafe-inline'");
  });

  it.each(['/../serve.ts', '/%2e%2e/serve.ts', '/..%2fserve.ts', '/..%5cserve.ts', '/%00.html', '/%', '//', '/nope.html'])(
    'answers %s with 404', async (path) => {
      expect(await rawStatus(path)).toBe(404);
    },
  );

  it('adds the slash that relative links need, and refuses what is not a read', async () => {
    const reply = await fetch(`${demo.url}/nachtwerk`, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')]).toEqual([308, '/nachtwerk/']);
    expect((await fetch(demo.url, { method: 'POST' })).status).toBe(405);
  });
});

/** `fetch` tidies a path before it sends it; this does not. */
function rawStatus(path: string): Promise<number | undefined> {
  const { port } = new URL(demo.url);
  return new Promise((done, failed) => {
    get({ port, path }, (reply) => done(reply.resume().statusCode)).on('error', failed);
  });
}
