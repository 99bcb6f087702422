import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { serveDemo, type Demo } from '../../examples/script-tag/serve.ts';
import { removeFolder, startServer, type RunningServer } from './running-server.ts';
import { seededDemo } from './seeded-demo.ts';

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly timezoneId?: string;
  readonly hasTouch?: boolean;
  /** What another page of the same person kept: cookies and the like. */
  readonly storageState?: BrowserContextOptions['storageState'];
}

export type DemoPage = Page & { readonly complaints: string[] };

export interface DemoWorld {
  readonly server: RunningServer;
  readonly site: Demo;
  readonly browser: Browser;
  readonly data: string;
  /** A page that fails the test on any error or policy violation of ours. */
  page(options?: PageOptions): Promise<DemoPage>;
  close(): Promise<void>;
}

/** A page that a test makes up comes from no address, and Chromium would not let it reach this machine. */
const madeUpPages = ['--disable-features=LocalNetworkAccessChecks'];

/** The demo as a newcomer meets it: fresh data, the API on one origin, the business's website on another, a browser. */
export async function startDemo(): Promise<DemoWorld> {
  const { data, demoPort } = await seededDemo();
  const server = await startServer(data, { PORTICO_DEMO_PORT: String(demoPort) });
  const site = await serveDemo({ port: demoPort, apiUrl: server.url });
  const browser = await chromium.launch({ executablePath: process.env['CHROME'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', ...madeUpPages] });
  return {
    server, site, browser, data,
    async page({ width = 1280, height = 900, colorScheme = 'light', timezoneId = 'Africa/Johannesburg', hasTouch = false, storageState } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, timezoneId, hasTouch, locale: 'en-ZA', reducedMotion: 'reduce', ...(storageState && { storageState }) });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      // A refused request is the API's answer, not a mistake of the page.
      page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text()); });
      return Object.assign(page, { complaints });
    },
    async close() {
      await browser.close();
      await site.close();
      await server.stop();
      removeFolder(data);
    },
  };
}

const mailLine = /href="\/mailbox\/([0-9a-z]+)"><b>([^<]*)<\/b><small>([^<]*)/g;

/** The mails to an address about something, newest first. */
async function mailIdsTo(server: RunningServer, address: string, subject: RegExp): Promise<string[]> {
  const list = await (await fetch(`${server.url}/mailbox`)).text();
  return [...list.matchAll(mailLine)].filter(([, , title, about]) => about?.includes(address) && subject.test(title ?? '')).map(([, id]) => id ?? '');
}

/** The newest mail to an address, as the demo's mailbox shows it; waits for it. `seen`: an older one, which it is not. */
export async function mailTo(server: RunningServer, address: string, subject: RegExp, seen?: string): Promise<{ readonly html: string; readonly text: string }> {
  for (let tries = 0; tries < 400; tries += 1) {
    const [id] = await mailIdsTo(server, address, subject);
    if (id !== undefined && id !== seen) {
      const html = await (await fetch(`${server.url}/mailbox/${id}/letter`)).text();
      return { html, text: html.replaceAll(/<style[\s\S]*?<\/style>/g, '').replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ') };
    }
    await new Promise((wait) => setTimeout(wait, 25));
  }
  throw new Error(`no mail to ${address} about ${subject}`);
}

/** The newest there is before somebody asks for another one. */
export const lastMailTo = async (server: RunningServer, address: string, subject: RegExp): Promise<string | undefined> => (await mailIdsTo(server, address, subject))[0];

/** The first link of a mail that holds `part`. */
export function linkIn(html: string, part: string): string {
  const link = [...html.matchAll(/href="([^"]+)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&')).find((href) => href.includes(part));
  if (!link) throw new Error(`no link with ${part} in this mail`);
  return link;
}

/** A page of the console with somebody signed in: password, then the mailed code that a new device is asked for. */
export async function signInAtConsole(demo: DemoWorld, email: string, size: { readonly width?: number; readonly height?: number } = {}): ReturnType<DemoWorld['page']> {
  const page = await demo.page(size);
  await page.goto(`${demo.server.url}/console/`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('portico demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Six digits from the mail').waitFor();
  const [, first = '', second = ''] = /\b(\d{3})\s?(\d{3})\b/.exec((await mailTo(demo.server, email, /./)).text) ?? [];
  await page.locator('input').first().fill(first + second);
  await page.locator('nav').waitFor();
  return page;
}
