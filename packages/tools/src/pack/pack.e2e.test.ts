import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPackages, root, type Installed } from './installed.ts';

let app: Installed;
const libraries = ['lit', '@floating-ui/dom', 'ky', 'react', 'react-dom', '@types/react'];

beforeAll(async () => {
  const named = JSON.parse(readFileSync(join(root, 'packages/client/package.json'), 'utf8')) as { dependencies: Record<string, string> };
  app = await installPackages(libraries.filter((name) => name !== 'ky' || 'ky' in named.dependencies));
}, 120_000);
afterAll(() => app.remove());

const filesOf = (name: string): string[] => globSync('**/*', { cwd: join(app.folder, 'node_modules/@portico', name), exclude: ['node_modules'] }).filter((path) => path.includes('.') || path === 'LICENSE').sort();
const run = (text: string): string => execFileSync(process.execPath, [app.write('run.mjs', text)], { cwd: app.folder, encoding: 'utf8' });
function compile(file: string, text: string): string {
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--jsx', 'react-jsx', '--lib', 'es2022,dom,dom.iterable', app.write(file, text)], { cwd: app.folder, encoding: 'utf8' });
  return stdout;
}

describe('the published packages', () => {
  it('hold what is used and nothing of ours', () => {
    const elements = filesOf('elements');
    for (const file of ['LICENSE', 'README.md', 'bookings.js', 'custom-elements.json', 'elements.d.ts', 'elements.js', 'jsx.d.ts', 'login.js', 'pure.js', 'react.d.ts', 'react.js', 'vscode.css-custom-data.json', 'vscode.html-custom-data.json', 'web-types.json']) expect(elements).toContain(file);
    for (const file of [...elements, ...filesOf('client')]) expect(file).not.toMatch(/test|fake|\.virtual|(?<!\.d)\.ts$/);
    for (const name of ['client', 'elements']) {
      for (const file of filesOf(name).filter((path) => /\.(js|ts)$/.test(path))) {
        const text = readFileSync(join(app.folder, 'node_modules/@portico', name, file), 'utf8');
        expect(text, file).not.toMatch(/from ['"](@portico\/(contract|client\/)|zod|\.[^'"]*\.ts['"])/);
      }
    }
  });

  it('name every file that their exports promise, and depend on each other by version', () => {
    const place = join(app.folder, 'node_modules/@portico');
    for (const name of ['client', 'elements']) {
      const described = JSON.parse(readFileSync(join(place, name, 'package.json'), 'utf8')) as { exports: Record<string, unknown>; dependencies: Record<string, string>; private?: boolean };
      expect(described.private).toBeUndefined();
      const promised = JSON.stringify(described.exports).match(/\.\/[\w.-]+\.(js|d\.ts)/g) ?? [];
      for (const file of promised) expect(filesOf(name)).toContain(file.slice(2));
      for (const version of Object.values(described.dependencies)) expect(version).toMatch(/^\d/);
    }
  });

  it('can be imported where there is no page, by a server that renders', () => {
    expect(run(`
      import { createPortalClient, PortalError, memoryKeyStore } from '@portico/client';
      import * as pure from '@portico/elements/pure';
      import * as all from '@portico/elements';
      import { PortalBookings } from '@portico/elements/react';
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      const client = createPortalClient({ apiUrl: 'https://portal.example/', business: 'river-physio', storage: memoryKeyStore() });
      console.log(client.apiUrl, new PortalError('unreachable', 'x').code, Object.keys(pure).join(), Object.keys(all).join());
      console.log(renderToString(createElement(PortalBookings, { business: 'river-physio', id: 'book', className: 'wide', onPortalReady() {} }, createElement('a', { href: '/p' }, 'Book'))));
    `)).toBe('https://portal.example unreachable PortalBookings,PortalDocuments,PortalInvoices,PortalLogin,define PortalBookings,PortalDocuments,PortalInvoices,PortalLogin,define\n<portal-bookings id="book" class="wide"><a href="/p">Book</a></portal-bookings>\n');
  });

  it('say use client where React on a server must not run it', () => {
    expect(readFileSync(join(app.folder, 'node_modules/@portico/elements/react.js'), 'utf8').startsWith(`'use client';`)).toBe(true);
  });
});

describe('the types that they bring', () => {
  it('know tags, properties, events and the client', () => {
    expect(compile('page.ts', `
      import '@portico/elements';
      import { createPortalClient, PortalError, type Booking } from '@portico/client';
      const element = document.createElement('portal-bookings');
      element.service = 'x'; element.lockService = true; element.theme = 'dark';
      element.addEventListener('portal-booking-created', ({ detail }) => { const id: string = detail.bookingId; console.log(id); });
      document.addEventListener('portal-before-book', (event) => { if (event.detail.providerId === null) event.preventDefault(); });
      portal?.on('portal-error', ({ detail: { code, message } }) => console.log(code, message));
      const client = createPortalClient({ apiUrl: 'https://portal.example', business: 'b' });
      const booked: Promise<{ booking: Booking }> = client.bookings.bookAsGuest({ serviceId: 's', startsAt: 't', timeZone: 'z', name: 'n', email: 'e' });
      booked.catch((error: unknown) => { if (error instanceof PortalError) console.log(error.nearest.length, error.code === 'time_not_free'); });
      // @ts-expect-error -- no such theme
      element.theme = 'pink';
      // @ts-expect-error -- no such detail
      element.addEventListener('portal-booking-created', ({ detail }) => detail.email);
      // @ts-expect-error -- no such event
      portal?.on('portal-booked', () => undefined);
      // @ts-expect-error -- an address is needed
      void client.bookings.bookAsGuest({ serviceId: 's', startsAt: 't', timeZone: 'z', name: 'n' });
    `)).toBe('');
  });

  it('know the tags in JSX, and the React components', () => {
    expect(compile('page.tsx', `
      import '@portico/elements/jsx';
      import { PortalBookings } from '@portico/elements/react';
      export const tag = <portal-bookings business="b" lock-service service="s" onportal-ready={(event) => console.log(event.detail.business)}><a href="/p">Book</a></portal-bookings>;
      export const component = <PortalBookings business="b" lockService onPortalBookingCreated={({ detail }) => console.log(detail.bookingId)} className="x" />;
      // @ts-expect-error -- no such theme
      export const wrongTag = <portal-login theme="pink" />;
      // @ts-expect-error -- no such property
      export const wrongComponent = <PortalBookings shop="b" />;
    `)).toBe('');
  });
});

describe('what editors read', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(app.folder, 'node_modules/@portico/elements', file), 'utf8'));
  const manifest = (): { modules: { path: string; declarations: { tagName: string; attributes: { name: string }[]; cssProperties: { name: string }[] }[] }[] } => read('custom-elements.json') as never;

  it('names the same tags, attributes and tokens as the manifest, whose modules are in the package', () => {
    const elements = manifest().modules.flatMap(({ path, declarations }) => { expect(filesOf('elements')).toContain(path); return declarations; });
    const html = read('vscode.html-custom-data.json') as { tags: { name: string; attributes: { name: string }[] }[] };
    expect(html.tags.map(({ name, attributes }) => [name, attributes.map((one) => one.name)])).toEqual(elements.map(({ tagName, attributes }) => [tagName, attributes.map((one) => one.name)]));
    const css = read('vscode.css-custom-data.json') as { properties: { name: string }[] };
    expect(css.properties.map(({ name }) => name)).toEqual(elements[0]?.cssProperties.map(({ name }) => name));
    const web = read('web-types.json') as { contributions: { html: { elements: { name: string }[] } } };
    expect(web.contributions.html.elements.map(({ name }) => name)).toEqual(elements.map(({ tagName }) => tagName));
  });
});
