import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import { html, render } from '../domain/html.ts';
import type { AppEnv } from '../http/env.ts';
import { businessForPage } from './read-business.ts';

const style = `:root{color-scheme:light dark}body{font:16px/1.5 ui-sans-serif,system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:2rem 1.25rem 5rem;overflow-wrap:anywhere}
h1{font-size:1.375rem;font-weight:600;margin:0 0 1.5rem}address{font-style:normal;white-space:pre-line;margin-top:3rem;opacity:.85;font-size:.875rem}
portal-bookings{display:block;min-height:560px}portal-login{display:block;min-height:120px;margin-bottom:2rem}`;

/** `/p/<business>`: the same elements on our own origin, for owners without a page and for when something blocks us there. */
export function hostedPages(app: OpenAPIHono<AppEnv>, deps: Deps): void {
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  app.get('/p/hosted.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }));
  app.get('/p/:business', async (c) => {
    const business = await businessForPage(deps, c.req.param('business'));
    if (!business) return c.notFound();
    const contact = [business.address, business.phone, business.email].filter(Boolean).join('\n');
    const page = html`<!doctype html>
<html lang="${business.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${business.name}</title>
<link rel="stylesheet" href="/p/hosted.css"><script async src="/v1/portal.js" data-business="${business.key}"></script></head>
<body><main><h1>${business.name}</h1><portal-login></portal-login><portal-bookings></portal-bookings><noscript><p>Booking needs JavaScript here. You can reach us directly:</p></noscript><address>${contact}</address></main></body></html>`;
    return c.html(render(page), 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' });
  });
}
