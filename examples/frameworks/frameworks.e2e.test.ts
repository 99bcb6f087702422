import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { compile as compileSvelte } from 'svelte/compiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileScript, parse } from 'vue/compiler-sfc';
import { installPackages, root, type Installed } from '../../packages/tools/src/pack/installed.ts';
import { startDemo, type DemoWorld } from '../../server/e2e/demo-browser.ts';
import { serveInstead } from '../../server/e2e/own-site.ts';

const apps = fileURLToPath(new URL('apps/', import.meta.url));
const frameworks = [['React', 'react-app.jsx'], ['Vue', 'vue-main.js'], ['Svelte', 'svelte-main.js'], ['Angular', 'angular-app.js']] as const;

/** What each framework's own build tool would do. */
const compilers: Plugin = {
  name: 'frameworks',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, ({ path }) => {
      const { descriptor } = parse(readFileSync(path, 'utf8'), { filename: path });
      const isCustomElement = (tag: string): boolean => tag.startsWith('portal-');
      return { contents: compileScript(descriptor, { id: 'app', inlineTemplate: true, templateOptions: { compilerOptions: { isCustomElement } } }).content };
    });
    onLoad({ filter: /\.svelte$/ }, ({ path }) => ({ contents: compileSvelte(readFileSync(path, 'utf8'), { filename: path, generate: 'client' }).js.code }));
  },
};

let demo: DemoWorld;
let app: Installed;
let site: { close(): void };
const files: Record<string, readonly [type: string, body: string]> = {};
beforeAll(async () => {
  const named = ['client', 'elements'].flatMap((name) => Object.keys((JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as { dependencies: object }).dependencies));
  [demo, app] = [await startDemo(), await installPackages([...named.filter((name) => !name.startsWith('@portico/')), 'react', 'react-dom', 'vue', 'svelte', '@angular/core', '@angular/common', '@angular/compiler', '@angular/platform-browser', 'rxjs', 'tslib'])];
  const place = JSON.stringify({ business: 'river-physio', apiUrl: demo.server.url });
  files['/'] = ['text/html', `<!doctype html><title>App</title><link rel="icon" href="data:,"><div id="app"></div><script>window.place = ${place}</script><script type="module" src="/app.js"></script>`];
  site = await serveInstead(demo, files);
}, 180_000);
afterAll(async () => {
  site.close();
  app.remove();
  await demo.close();
});

async function bundled(entry: string): Promise<string> {
  const { outputFiles: [file] } = await build({
    entryPoints: [join(apps, entry)], bundle: true, write: false, format: 'esm', target: 'es2022', jsx: 'automatic', plugins: [compilers],
    nodePaths: [join(app.folder, 'node_modules')], define: { 'process.env.NODE_ENV': '"production"' }, conditions: ['browser', 'production'], logLevel: 'error',
  });
  return file?.text ?? '';
}

describe('the elements from npm, in an app built with', () => {
  it.each(frameworks)('%s: times, an event, a property that changes', async (_, entry) => {
    const code = await bundled(entry);
    const page = await demo.page({ width: 500, height: 800 });
    files['/app.js'] = ['text/javascript', code];
    await page.goto(`${demo.site.url}/`);
    const bookings = page.locator('portal-bookings.book');
    await bookings.locator('.slot.free').first().waitFor();
    await page.locator('#said', { hasText: 'ready: river-physio' }).waitFor();
    if (entry.startsWith('react')) await page.locator('#said', { hasText: 'and sign-in' }).waitFor();
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await bookings.and(page.locator('[theme=dark]')).waitFor();
    expect(await page.locator('portal-bookings').count()).toBe(1);
    expect(page.complaints).toEqual([]);
  }, 90_000);
});
