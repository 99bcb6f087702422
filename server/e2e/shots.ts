import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { signInAtConsole, startDemo } from './demo-browser.ts';

/** `npm run shots`: the main states at 375 and 1280 px, as pictures to look at. */
const folder = fileURLToPath(new URL('../../.reports/shots/', import.meta.url));
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const sizes = [{ width: 375, height: 812 }, { width: 1280, height: 860 }];

type Page = Awaited<ReturnType<typeof demo.page>>;

async function shot(page: Page, name: string, width: number): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}${name}-${width}.png` });
  process.stdout.write(`${name}-${width}.png\n`);
}

try {
  for (const size of sizes) {
    const { width } = size;
    for (const [name, path] of [['river', '/'], ['nachtwerk', '/nachtwerk/']] as const) {
      const page = await demo.page(size);
      await page.goto(demo.site.url + path);
      await page.locator('portal-bookings .slot.free').first().waitFor();
      await shot(page, `${name}-page`, width);
      await page.locator('portal-bookings').evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await shot(page, `${name}-times`, width);
      await page.locator('portal-bookings .slot.free').first().click();
      await page.locator('portal-bookings form.confirm').waitFor();
      await shot(page, `${name}-form`, width);
      await page.getByLabel('Your name').fill('Nadia Jansen');
      await page.getByLabel('E-mail').fill(`nadia.${name}.${width}@mail.example`);
      await page.locator('portal-bookings form.confirm button[type=submit]').click();
      await page.locator('portal-bookings #card-title').waitFor();
      await shot(page, `${name}-booked`, width);
      await page.goto(`${demo.site.url}${path}portal.html`);
      await page.locator('portal-login input').first().waitFor();
      await shot(page, `${name}-login`, width);
    }
    const owner = await signInAtConsole(demo, width === 375 ? 'anna@river-physio.example' : 'mara@nachtwerk.example', size);
    for (const screen of ['today', 'calendar', 'clients', 'settings']) {
      await owner.goto(`${demo.server.url}/console/#/${screen}`);
      await owner.getByRole('heading', { level: 1 }).first().waitFor();
      await owner.locator('main :is(li, [data-booking], form, .empty, p)').first().waitFor();
      await shot(owner, `console-${screen}`, width);
    }
    const mailbox = await demo.page(size);
    await mailbox.goto(`${demo.server.url}/mailbox`);
    await shot(mailbox, 'mailbox', width);
  }
} finally {
  await demo.close();
}
