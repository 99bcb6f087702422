import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemo, type DemoWorld } from './demo-browser.ts';
import { openHost, scriptTag, type HostPage } from './host-page.ts';
import { acceptInvitation, knownClient } from './known-client.ts';
import { ownerOf, type OwnerPage } from './owner-console.ts';

const email = 'approver@mail.example';
const report = readFileSync(new URL('../src/documents/search/samples/files/de.chromium.pdf', import.meta.url));
let demo: DemoWorld;
let owner: OwnerPage;
let client: HostPage;

beforeAll(async () => {
  demo = await startDemo();
  client = await demo.page({ width: 375, height: 812 });
  await acceptInvitation(client, (await knownClient(demo, email, 0)).invitation);
  await openHost(demo, client, { body: `${scriptTag(demo)}<portal-login style="display:block;min-height:max(440px,27.5rem)"></portal-login><portal-documents style="display:block;min-height:max(420px,26.25rem)"></portal-documents>` });
  owner = await (await ownerOf(demo, 'anna@river-physio.example')).at('#/documents/approvals');
}, 120_000);
afterAll(async () => { await demo.close(); });

it('an owner asks while sending, hears of the wish at once, sends what was wished for, and has the approval', async () => {
  const viewer = client.locator('portal-documents dialog[open]');
  await owner.getByRole('button', { name: 'Send files' }).click();
  await owner.locator('#client-search').fill(email);
  await owner.locator('.choice-option:not(.new)', { hasText: 'Thandi Test' }).first().click();
  await owner.locator('.send-files [type=file]').setInputFiles({ name: 'Brochure.pdf', mimeType: 'application/pdf', buffer: report });
  await owner.getByText('Ask for approval').click();
  await owner.locator('.send-files textarea').fill('Shall we print it?');
  await owner.getByRole('button', { name: 'Send', exact: true }).click();
  const row = owner.locator('[data-review-of]', { hasText: 'Brochure.pdf' });
  await row.getByText('Waiting for approval').waitFor();

  await client.locator('portal-documents [data-to-review] button').click();
  await viewer.getByText('Shall we print it?').waitFor();
  await viewer.locator('[data-action=changes]').click();
  await viewer.locator('[data-write=changes]').fill('A larger heron');
  await viewer.locator('.bar [type=submit]').click();

  await row.getByText('A larger heron').waitFor();
  await row.locator('.row-button').click();
  const sheet = owner.locator('.sheet');
  await sheet.locator('.page-thumb img').waitFor();
  await expect.poll(() => sheet.locator('.page-thumb img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(400);
  await sheet.locator('.pick-files input').setInputFiles({ name: 'Brochure.pdf', mimeType: 'application/pdf', buffer: report });

  await viewer.locator('[data-action=approve]').click();
  await viewer.getByText('You approve version 2.').waitFor();
  await viewer.locator('.bar [type=submit]').click();
  await sheet.locator('[data-review=approved]').getByText(/version 2/).waitFor();
  expect([...owner.complaints, ...client.complaints]).toEqual([]);
});
