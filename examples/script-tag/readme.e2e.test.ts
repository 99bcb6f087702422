import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicTokens } from '../../packages/elements/src/playground/token-list.ts';
import { signInAtConsole, startDemo, type DemoWorld } from '../../server/e2e/demo-browser.ts';
import { serveInstead } from '../../server/e2e/own-site.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const put = read('README.md').split('## Put it into a page')[1] ?? '';
const block = (kind: string): string => new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(put)?.[1] ?? '';

let demo: DemoWorld;
beforeAll(async () => { demo = await startDemo(); }, 60_000);
afterAll(async () => { await demo.close(); });

describe('the README alone', () => {
  it('is enough for a themed, working booking widget on a blank page, and for a booking', async () => {
    const [snippet, css] = [block('html').replaceAll('https://your-portico.example', demo.server.url), block('css')];
    const page = await demo.page({ width: 375, height: 800 });
    const site = await serveInstead(demo, { '/blank.html': ['text/html', `<!doctype html><title>Blank</title><style>${css}</style>${snippet}`] });
    await page.goto(`${demo.site.url}/blank.html`);
    const bookings = page.locator('portal-bookings');
    await bookings.locator('.slot.free').first().waitFor();

    // The accent is the README's, not the one that this business has of its own.
    const accent = /--portal-color-accent: (#\w+)/.exec(css)?.[1] ?? '';
    const own = (await (await fetch(`${demo.server.url}/v1/businesses/river-physio`)).json() as { accent: string }).accent;
    expect(accent).not.toBe(own);
    const colour = (hex: string): string => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
    await expect.poll(() => bookings.locator('.day.selected').evaluate((day) => getComputedStyle(day).backgroundColor)).toBe(colour(accent));
    expect(await bookings.locator('.slot.free').first().evaluate((slot) => getComputedStyle(slot).borderTopLeftRadius)).toBe(/--portal-radius: (\w+)/.exec(css)?.[1]);

    await bookings.getByRole('button', { name: 'Next month' }).first().click();
    await bookings.locator('.booker[aria-busy=false] .slot.free').first().waitFor();
    await bookings.locator('.slot.free').first().click();
    await page.getByLabel('Your name').fill('Only Html');
    await page.getByLabel('E-mail').fill('only.html@mail.example');
    await bookings.locator('form.confirm button[type=submit]').click();
    await bookings.locator('#card-title', { hasText: 'You’re booked' }).waitFor();
    expect(page.complaints).toEqual([]);
    site.close();
  }, 90_000);

  it('leads from an empty folder to it, as the steps say: the address is registered, the file saved and served', async () => {
    const steps = put.split('### From a blank page')[1] ?? '';
    const file = (/```html\n([\s\S]*?)```/.exec(steps)?.[1] ?? '').replaceAll('http://localhost:8787', demo.server.url);
    expect(file).toContain('<portal-bookings');
    const server = createServer((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(file));
    await new Promise<void>((ready) => server.listen(0, ready));
    const address = `http://localhost:${(server.address() as AddressInfo).port}`;

    const early = await demo.page();
    const said: string[] = [];
    early.on('console', (message) => said.push(message.text()));
    await early.goto(address);
    await expect.poll(() => said.join(), { timeout: 15_000 }).toContain(`${address} is not among the addresses`);

    const owner = await signInAtConsole(demo, 'anna@river-physio.example');
    await owner.getByRole('link', { name: 'Settings' }).first().click();
    await owner.getByRole('link', { name: 'Your website' }).click();
    await owner.getByRole('button', { name: 'Another address' }).click();
    await owner.locator('.origin-row input').last().fill(address);
    await owner.locator('portico-origins').getByRole('button', { name: 'Save' }).click();
    await owner.locator('portico-origins').getByText('Saved').waitFor();

    const page = await demo.page({ width: 375, height: 800 });
    await page.goto(address);
    const slot = page.locator('portal-bookings .slot.free').first();
    await slot.waitFor();
    expect(await slot.evaluate((one) => [getComputedStyle(one).borderTopLeftRadius, getComputedStyle(one).fontFamily])).toEqual(['2px', 'Georgia, serif']);
    await slot.click();
    await page.locator('portal-bookings form.confirm').waitFor();
    expect(page.complaints).toEqual([]);
    server.close();
    server.closeAllConnections();
  }, 90_000);

  it('names every attribute, event, part and token that there is', () => {
    const text = read('packages/elements/README.md');
    const { modules } = JSON.parse(read('packages/elements/custom-elements.json')) as { modules: { declarations: Record<'attributes' | 'events' | 'cssParts', { name: string }[]>[] }[] };
    for (const { attributes, events, cssParts } of modules.flatMap(({ declarations }) => declarations)) {
      for (const { name } of [...attributes, ...cssParts]) expect(text).toContain(`\`${name}\``);
      for (const { name } of events) expect(text).toMatch(new RegExp(`\`${name}\`|\`-${name.split('-').at(-1) ?? ''}\``));
    }
    for (const { name } of publicTokens) expect(text).toContain(`\`${name}\``);
  });
});
