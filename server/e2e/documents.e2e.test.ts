import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { openHost, scriptTag, type HostPage } from './host-page.ts';
import { acceptInvitation, knownClient } from './known-client.ts';
import { ask, ownerOf, sendAs, type OwnerPage } from './owner-console.ts';

const email = 'reader@mail.example';
const report = new URL('../src/documents/search/samples/files/de.chromium.pdf', import.meta.url);
let demo: DemoWorld;
let owner: OwnerPage;
let page: HostPage;

const documents = () => page.locator('portal-documents');
const body = (): string => `${scriptTag(demo)}<portal-login style="display:block;min-height:max(440px,27.5rem)"></portal-login><portal-documents style="display:block;min-height:max(420px,26.25rem)"></portal-documents><p id="after">After</p>`;

async function upload(file: URL, name: string): Promise<void> {
  const { items } = await ask<{ items: { id: string; email: string }[] }>(owner, 'GET', `clients?search=${encodeURIComponent(email)}`);
  await sendAs(owner, readFileSync(file), { name, clientId: items[0]?.id, category: 'reports', note: 'What we found' });
}

beforeAll(async () => {
  demo = await startDemo();
  const { invitation } = await knownClient(demo, email, 0);
  owner = await (await ownerOf(demo, 'anna@river-physio.example')).at('#/today');
  page = await demo.page({ width: 375, height: 812 });
  await acceptInvitation(page, invitation);
}, 90_000);
afterAll(async () => { await demo.close(); });

describe('a client\'s documents in the business\'s own page', () => {
  it('begin with what to do, and show what the owner files without a touch', async () => {
    await openHost(demo, page, { body: body() });
    await documents().getByText('No documents yet.').waitFor();
    await upload(report, 'scan-0417.pdf');
    await documents().locator('[data-document]', { hasText: 'scan-0417.pdf' }).getByText('New').waitFor();
  });

  it('are found by a phrase from inside, whatever they are called, and are there with one click', async () => {
    await documents().locator('[type=search]').fill('graureiher');
    const found = documents().locator('[data-document]', { hasText: 'scan-0417.pdf' });
    await expect.poll(async () => {
      // Reading what is in a file takes the server a moment.
      await documents().locator('[type=search]').dispatchEvent('change');
      return await found.locator('mark').first().textContent({ timeout: 1000 }).catch(() => '');
    }, { timeout: 20_000 }).toMatch(/graureiher/i);
    const [download] = await Promise.all([page.waitForEvent('download'), found.locator('[data-action=save]').click()]);
    expect(download.suggestedFilename()).toBe('scan-0417.pdf');
    expect(readFileSync(await download.path()).equals(readFileSync(report))).toBe(true);
    await documents().locator('[type=search]').fill('');
    await documents().locator('[data-document]', { hasText: 'scan-0417.pdf' }).locator('.title').click();
    await documents().getByText('What we found').waitFor();
    await documents().locator('[data-action=close]').click();
    await documents().locator('dialog').waitFor({ state: 'detached' });
    expect(await documents().getByText('New', { exact: true }).count()).toBe(0);
  });

  it('take a file over a line that breaks, and the owner has it whole', async () => {
    const content = Buffer.alloc(3_000_000, 'the heron crossed the estuary ');
    let breaks = 2;
    await page.route('**/v1/uploads/*', (route) => (route.request().method() === 'PATCH' && breaks-- > 0 ? route.abort('connectionreset') : route.fallback()));
    await documents().locator('.send-place input').setInputFiles({ name: 'my photos.txt', mimeType: 'text/plain', buffer: content });
    await documents().locator('[part~=notice]', { hasText: 'my photos.txt has arrived.' }).waitFor({ timeout: 40_000 });
    expect(breaks).toBeLessThan(0);
    await documents().locator('[data-document]', { hasText: 'my photos.txt' }).waitFor();
    const { items: [filed] } = await ask<{ items: { id: string; size: number; name: string }[] }>(owner, 'GET', 'documents?search=photos');
    expect(filed).toMatchObject({ name: 'my photos.txt', size: content.length });
  });

  it('go on after the page was loaded anew in the middle of a file: only the rest is sent, and the bytes are the same', async () => {
    const content = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => 32 + ((index * 7 + (index >> 9)) % 90)));
    const file = { name: 'long story.txt', mimeType: 'text/plain', buffer: content };
    let pieces = 0;
    // The first piece gets through, the second one never does.
    await page.route('**/v1/uploads/*', (route) => (route.request().method() === 'PATCH' && (pieces += 1) > 1 ? undefined : route.fallback()));
    await documents().locator('.send-place input').setInputFiles(file);
    await expect.poll(() => pieces, { timeout: 20_000 }).toBe(2);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await openHost(demo, page, { body: body() });
    const offered = documents().locator('[data-unfinished]', { hasText: 'long story.txt' });
    await offered.waitFor();
    await offered.locator('input').setInputFiles({ ...file, name: 'other.txt' });
    await offered.getByText('This is another file.').waitFor();
    const offsets: number[] = [];
    page.on('request', (request) => { if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset'])); });
    await offered.locator('input').setInputFiles(file);
    await documents().locator('[part~=notice]', { hasText: 'long story.txt has arrived.' }).waitFor({ timeout: 40_000 });
    expect(offsets[0]).toBeGreaterThan(0);
    expect(offsets[0]).toBeLessThan(content.length);
    const row = documents().locator('[data-document]', { hasText: 'long story.txt' });
    await expect.poll(async () => {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 5000 }).catch(() => undefined), row.locator('[data-action=save]').click({ timeout: 5000 }).catch(() => undefined)]);
      return download ? readFileSync(await download.path()).equals(content) : undefined;
    }, { timeout: 40_000 }).toBe(true);
    await page.reload();
    await row.waitFor();
    expect(await documents().locator('[data-unfinished]').count()).toBe(0);
  });

  it('come from the console to several clients at once, and the owner sees who has opened them', async () => {
    await owner.goto(`${demo.server.url}/console/#/documents`);
    await owner.getByRole('button', { name: 'Send files' }).click();
    for (const name of ['Johan Steyn', email.split('@')[0]!]) {
      await owner.locator('#client-search').fill(name);
      await owner.locator('.choice-option:not(.new)', { hasText: new RegExp(name, 'i') }).first().click();
      if (name === 'Johan Steyn') await owner.getByRole('button', { name: 'Another client' }).click();
    }
    await owner.locator('.send-files [type=file]').setInputFiles({ name: 'Opening hours.txt', mimeType: 'text/plain', buffer: Buffer.from('We are closed at New Year.') });
    await owner.getByRole('button', { name: 'Send 1 file to 2 clients' }).click();
    await owner.getByText('2 files are filed.').waitFor();
    const arrived = documents().locator('[data-document]', { hasText: 'Opening hours.txt' });
    const [download] = await Promise.all([page.waitForEvent('download'), arrived.locator('[data-action=save]').click()]);
    expect(readFileSync(await download.path(), 'utf8')).toBe('We are closed at New Year.');
    const mine = owner.locator('.document-row', { hasText: 'Opening hours.txt' }).filter({ hasNotText: 'Johan' });
    await mine.locator('.row-button').click();
    await owner.locator('.sheet').getByText('Version 1', { exact: true }).nth(1).waitFor();
    expect(owner.complaints).toEqual([]);
  });

  it('are asked for by the owner, sent by the client with one button, and accepted', async () => {
    const { items } = await ask<{ items: { id: string }[] }>(owner, 'GET', `clients?search=${encodeURIComponent(email)}`);
    await ask(owner, 'POST', 'document-requests', { clientIds: [items[0]?.id], title: 'A copy of your passport', why: 'Your medical aid wants it', dueOn: null });
    const request = documents().locator('[data-request]', { hasText: 'A copy of your passport' });
    await request.getByText('Your medical aid wants it').waitFor();
    await request.locator('input').setInputFiles({ name: 'passport.txt', mimeType: 'text/plain', buffer: Buffer.from('It is me.') });
    await request.getByText('Received. We are looking at it.').waitFor();
    await owner.goto(`${demo.server.url}/console/#/documents/requests`);
    const row = owner.locator('.request-row', { hasText: 'A copy of your passport' });
    await row.getByText('passport.txt').waitFor();
    await row.getByRole('button', { name: /^Accept/ }).click();
    await request.waitFor({ state: 'detached' });
    expect(owner.complaints).toEqual([]);
  });

  it('never run what is in them, leave no trace in the page, and disturb nobody', async () => {
    await documents().locator('.send-place input').setInputFiles({ name: 'picture.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') });
    await documents().locator('[data-sending]', { hasText: 'picture.svg' }).locator(':is(.error, [part~=notice])').waitFor();
    expect(page.complaints).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
});
