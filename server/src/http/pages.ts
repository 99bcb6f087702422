import { fileURLToPath } from 'node:url';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import type { AppEnv } from './env.ts';
import { docsPage } from './docs-page.ts';
import { readText, staticFile } from './static-files.ts';

const elements = fileURLToPath(new URL('../../../packages/elements/dist/v1', import.meta.url));
const consoleFolder = fileURLToPath(new URL('../../../packages/console', import.meta.url));
const consoleApp = `${consoleFolder}/dist`;

const consolePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The files that browsers run: the elements for everybody's pages, the console for its own. */
export function pages(app: OpenAPIHono<AppEnv>, deps: Deps): void {
  app.get('/v1/*', (c, next) => {
    // Module scripts are fetched with CORS, and these files are no secret.
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Timing-Allow-Origin', '*');
    const found = staticFile(c, elements, c.req.path.slice('/v1/'.length));
    return found ?? next();
  });
  app.get('/console', (c) => c.redirect('/console/', 301));
  app.get('/console/icon.svg', (c) => staticFile(c, consoleFolder, 'icon.svg') ?? c.notFound());
  app.get('/console/*', (c) => {
    const found = staticFile(c, consoleApp, c.req.path.slice('/console/'.length) || 'index.html');
    if (found && !found.headers.get('content-type')?.startsWith('text/html')) return found;
    const page = readText(`${consoleFolder}/index.html`) ?? 'The console is not built yet: run npm run build.';
    return c.html(page, 200, { 'Content-Security-Policy': consolePolicy, 'Cache-Control': 'no-cache' });
  });
  app.get('/docs', (c) => c.html(docsPage(app), 200, { 'Content-Security-Policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'" }));
  app.get('/docs/errors', (c) => c.redirect('/docs#errors', 302));
  app.get('/docs.css', (c) => c.body(readText(fileURLToPath(new URL('./docs.css', import.meta.url))) ?? '', 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }));
  app.get('/', (c) => c.redirect(deps.config.demo ? '/console/' : '/docs', 302));
}
