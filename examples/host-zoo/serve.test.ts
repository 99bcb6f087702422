import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveZoo, type Zoo } from './serve.ts';
import { printedSnippet } from './test-support/zoo-world.ts';
import { zooPages } from './zoo-pages.ts';

const api = 'https://portico.example:444';
let zoo: Zoo;
beforeAll(async () => { zoo = await serveZoo({ port: 0, apiUrl: api, snippet: printedSnippet(api) }); });
afterAll(() => zoo.close());

const get = async (path: string): Promise<{ readonly reply: Response; readonly text: string }> => {
  const reply = await fetch(`${zoo.url}/${path}`);
  return { reply, text: await reply.text() };
};

describe('the host zoo', () => {
  it('knows every page that lies in its folder', () => {
    const files = readdirSync(fileURLToPath(new URL('pages/', import.meta.url))).filter((name) => name.endsWith('.html'));
    // The other page is where the one that navigates goes.
    expect(files.sort()).toEqual([...zooPages.map(({ name }) => `${name}.html`), 'turbo-other.html'].sort());
  });

  it.each(zooPages)('$name.html: the snippet as it is printed, and only files that exist', async ({ name }) => {
    const { reply, text } = await get(`${name}.html`);
    expect(reply.status).toBe(200);
    expect(text).toMatch(/<portal-bookings[ >]|react-(strict|18)\.js/);
    expect(text).not.toMatch(/\{\{[a-z-]+\}\}|localhost/);
    for (const [, path] of text.matchAll(/(?:href|src)="((?!https?:|data:|#|\/vendor\/other\/|[\w-]+\.html)[^"]+)"/g)) {
      const file = await get(path?.replace(/^\//, '') ?? '');
      expect([path, file.reply.status]).toEqual([path, 200]);
      expect(file.text, path).not.toMatch(/\{\{[a-z-]+\}\}/);
    }
  });

  it('gives each answer a nonce of its own, in the header and on the script', async () => {
    const nonces = await Promise.all([get('csp-nonce.html'), get('csp-nonce.html')].map(async (answer) => {
      const { reply, text } = await answer;
      const [, nonce = ''] = /<script nonce="([^"]+)"/.exec(text) ?? [];
      expect(reply.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      return nonce;
    }));
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it.each(['/../serve.ts', '/%2e%2e/serve.ts', '/vendor/other/..%2fmanifest.json', '/nope.html'])('has nothing at %s', async (path) => {
    expect((await fetch(zoo.url + path)).status).toBe(404);
  });
});
