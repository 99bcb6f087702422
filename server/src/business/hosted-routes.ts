import { fileURLToPath } from 'node:url';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { evergreen, staticFile } from '../http/static-files.ts';
import { hostedPage, initialIcon, unknownPage } from './hosted-page.ts';
import { businessForPage } from './read-business.ts';

const here = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
const headers = { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' };

/** `/p/<business>`: the same elements on our own origin, for owners without a page and for when something blocks us there. */
export function hostedPages(app: OpenAPIHono<AppEnv>, deps: Deps): void {
  for (const file of ['hosted.css', 'hosted.js']) app.get(`/p/${file}`, (c) => staticFile(c, here, file) ?? c.notFound());
  app.get('/p/:business', async (c) => {
    const business = await businessForPage(deps, c.req.param('business'));
    return business ? c.html(hostedPage(business), 200, headers) : c.html(unknownPage(), 404, headers);
  });
  // The policy allows no style in the page itself.
  app.get('/p/:business/accent.css', async (c) => {
    const business = await businessForPage(deps, c.req.param('business'));
    if (!business || !/^#[\da-f]{3,8}$/i.test(business.accent)) return c.notFound();
    return c.body(`:root { --accent: ${business.accent}; }\n`, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': evergreen });
  });
  app.get('/p/:business/icon.svg', async (c) => {
    const business = await businessForPage(deps, c.req.param('business'));
    if (!business) return c.notFound();
    return c.body(initialIcon(business), 200, { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': evergreen, 'Content-Security-Policy': "default-src 'none'; sandbox" });
  });
}
