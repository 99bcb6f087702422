import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailTo, startDemo, type DemoWorld } from './demo-browser.ts';
import { openHost, scriptTag, type HostPage } from './host-page.ts';
import { acceptInvitation, knownClient } from './known-client.ts';
import { ask, ownerOf, sendAs, type OwnerPage } from './owner-console.ts';

const [email, strangers] = ['reviewer@mail.example', 'somebody.else@mail.example'];
const report = new URL('../src/documents/search/samples/files/de.chromium.pdf', import.meta.url);
let demo: DemoWorld;
let owner: OwnerPage;
let page: HostPage;
let stranger: HostPage;
let documentId = '';
let clientId = '';

const body = (): string => `${scriptTag(demo)}<portal-login style="display:block;min-height:max(440px,27.5rem)"></portal-login><portal-documents style="display:block;min-height:max(420px,26.25rem)"></portal-documents>`;
const documents = (at = page) => at.locator('portal-documents');
const viewer = () => documents().locator('dialog[open]');

/** How much of the first page is not white. */
const inkOf = (): Promise<number> => viewer().locator('.page canvas').first().evaluate((canvas: HTMLCanvasElement) => {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at]! < 128) dark += 1;
  return dark / (data.length / 4);
});

beforeAll(async () => {
  demo = await startDemo();
  owner = await (await ownerOf(demo, 'anna@river-physio.example')).at('#/today');
  [page, stranger] = [await demo.page({ width: 375, height: 812, hasTouch: true }), await demo.page()];
  for (const [at, address, nth] of [[page, email, 0], [stranger, strangers, 2]] as const) {
    await acceptInvitation(at, (await knownClient(demo, address, nth)).invitation);
    await openHost(demo, at, { body: body() });
  }
  const { items } = await ask<{ items: { id: string }[] }>(owner, 'GET', `clients?search=${encodeURIComponent(email)}`);
  clientId = items[0]?.id ?? '';
}, 120_000);
afterAll(async () => { await demo.close(); });

describe('what a client is asked to approve', () => {
  it('is on top of their page, and shows its pages without anything of the file running', async () => {
    documentId = (await sendAs(owner, readFileSync(report), { name: 'Brochure.pdf', clientId, category: 'deliverables' })).id;
    await ask(owner, 'POST', `documents/${documentId}/review`, { message: 'Is this ready to print?', dueOn: null });
    await documents().locator(`[data-to-review="${documentId}"] button`).click();
    await viewer().locator('.page[data-drawn]').first().waitFor();
    expect(await inkOf()).toBeGreaterThan(0.002);
    expect(await viewer().getByText('Is this ready to print?').isVisible()).toBe(true);
    expect((await mailTo(demo.server, email, /Please approve: Brochure/)).text).toContain('Is this ready to print?');
    const { reads } = await ask<{ reads: { count: number }[] }>(owner, 'GET', `documents/${documentId}`);
    expect(reads).toMatchObject([{ count: 1 }]);
  });

  it('is spoken of at a place on the page, and the owner answers without a reload', async () => {
    await viewer().locator('[data-action=pin]').click();
    await viewer().locator('.page').first().click({ position: { x: 60, y: 80 } });
    await viewer().locator('[data-write=new]').fill('Is this the right heron?');
    await viewer().locator('.new-thread [type=submit]').click();
    await viewer().locator('.page .pin', { hasText: '1' }).waitFor();
    const { threads: [thread] } = await ask<{ threads: { id: string; pin: { page: number } }[] }>(owner, 'GET', `documents/${documentId}/discussion`);
    expect(thread?.pin.page).toBe(1);
    await viewer().locator('[data-write=new]').fill('Half a sentence');
    await ask(owner, 'POST', `documents/${documentId}/comments`, { version: 1, text: 'It is the grey one', threadId: thread?.id });
    await viewer().getByText('It is the grey one').waitFor();
    expect(await viewer().locator('[data-write=new]').inputValue()).toBe('Half a sentence');
  });

  it('is sent back with what to change; the new version is asked about, and approved', async () => {
    await viewer().locator('[data-action=changes]').click();
    await viewer().locator('[data-write=changes]').fill('Larger, please');
    await viewer().locator('.bar [type=submit]').click();
    await viewer().locator('.decided', { hasText: 'Larger, please' }).waitFor();
    expect((await mailTo(demo.server, 'hello@river-physio.example', /asks for changes to Brochure/)).text).toContain('Larger, please');
    await sendAs(owner, readFileSync(report), { name: 'Brochure.pdf', documentId, note: 'Larger' });
    await viewer().locator('[data-action=approve]').click();
    await viewer().getByText('You approve version 2.').waitFor();
    await viewer().locator('.bar [type=submit]').click();
    await viewer().locator('.decided', { hasText: 'approved version 2' }).waitFor();
    await viewer().locator('[data-action=close]').click();
    await documents().locator(`[data-document="${documentId}"]`).getByText('Approved').waitFor();
    expect(await documents().locator('[data-to-review]').count()).toBe(0);
    const { reviews } = await ask<{ reviews: { state: string; version: number; decidedByName: string }[] }>(owner, 'GET', `documents/${documentId}/discussion`);
    expect(reviews.map(({ state, version }) => [state, version])).toEqual([['approved', 2], ['changes_requested', 1]]);
  });

  it('is nothing to another client, and leaves no complaint', async () => {
    expect(await documents(stranger).locator('[data-document]').count()).toBe(0);
    expect([...page.complaints, ...stranger.complaints, ...owner.complaints]).toEqual([]);
  });
});
