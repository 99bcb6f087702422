import { fileURLToPath } from 'node:url';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Next } from 'hono';
import type { Deps } from '../deps.ts';
import type { AppEnv } from './env.ts';
import { docsPage } from './docs-page.ts';
import { keptFolders, releaseFolder } from './releases.ts';
import { forever, isHashed, readText, staticFile } from './static-files.ts';

/** The elements as they were built last. */
export const elements = fileURLToPath(new URL('../../../packages/elements/dist/v1', import.meta.url));
const consoleFolder = fileURLToPath(new URL('../../../packages/console', import.meta.url));
const consoleApp = `${consoleFolder}/dist`;

const consolePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The files that browsers run: the elements for everybody's pages, the console for its own. */
export function pages(app: OpenAPIHono<AppEnv>, deps: Deps): void {
  app.get('/v1/*', (c, next) => elementFile(c, next, c.req.path.slice('/v1/'.length), (name) => {
    // A page that is open, or half in a cache, still asks for files of the build before.
    const folders = isHashed(name) ? [elements, ...keptFolders(deps.config.dataDir)] : [elements];
    return firstOf(folders, (folder) => staticFile(c, folder, name));
  }));
  app.get('/:version{v[0-9]+[.][0-9]+[.][0-9]+}/*', (c, next) => {
    const version = c.req.param('version');
    const folder = releaseFolder(elements, deps.config.dataDir, version);
    return elementFile(c, next, c.req.path.slice(version.length + 2), (name) => (folder ? staticFile(c, folder, name, forever) : undefined));
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

/** For everybody's pages: module scripts are fetched with CORS, and these files are no secret. */
function elementFile(c: Context<AppEnv>, next: Next, name: string, find: (name: string) => Response | undefined): Response | Promise<void> {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Timing-Allow-Origin', '*');
  return find(name) ?? next();
}

function firstOf<T>(folders: readonly string[], find: (folder: string) => T | undefined): T | undefined {
  for (const folder of folders) {
    const found = find(folder);
    if (found) return found;
  }
  return undefined;
}
