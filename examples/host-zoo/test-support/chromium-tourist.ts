import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { allowOrigin, bounded, patience, parsed, tall, waitFor, type Network, type Tourist, type Visitor, type VisitorOptions } from './visitor.ts';

export async function chromiumTourist(): Promise<Tourist> {
  const executablePath = process.env['CHROME'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'] });
  return {
    name: 'chromium',
    async visitor(options) {
      const context = await browser.newContext({ viewport: { width: options.width, height: tall }, locale: 'en-ZA', timezoneId: 'Africa/Johannesburg' });
      return chromiumVisitor(context, await context.newPage(), options);
    },
    close: () => browser.close(),
  };
}

async function chromiumVisitor(context: BrowserContext, page: Page, { scripts, network }: VisitorOptions): Promise<Visitor> {
  page.setDefaultTimeout(patience);
  for (const content of scripts) await context.addInitScript({ content });
  await intercept(context, network);
  const complaints: string[] = [];
  const asked = new Set<string>();
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', ({ message }) => complaints.push(`uncaught: ${message}`));
  context.on('request', (request) => asked.add(request.url()));
  const first = (selector: string) => page.locator(selector).first();
  return {
    complaints, asked,
    async goto(url) {
      await page.goto(url, { waitUntil: 'commit' });
      await page.evaluate(waitFor(parsed));
    },
    letThrough: () => context.unrouteAll({ behavior: 'wait' }),
    evaluate: (expression) => bounded(page.evaluate(expression), expression),
    until: async (expression) => void await page.evaluate(waitFor(expression)),
    click: (selector) => first(selector).click(),
    fill: (selector, text) => first(selector).fill(text),
    see: (selector) => first(selector).waitFor(),
    press: (key) => page.keyboard.press(key),
    cookies: async () => (await context.cookies()).map(({ name, domain }) => `${name} of ${domain}`),
    shot: async (path) => void await page.screenshot({ path, type: 'jpeg', quality: 72, fullPage: true, caret: 'initial' }),
    leave: () => context.close(),
  };
}

async function intercept(context: BrowserContext, network: Network): Promise<void> {
  await context.route('**/*', async (route) => {
    const instead = await network(new URL(route.request().url()));
    // A page that has been left has no more answers to wait for.
    const done = instead === undefined ? route.continue()
      : instead === 'refused' ? route.abort('connectionrefused')
        : route.fulfill({ ...instead, headers: { ...allowOrigin, 'content-type': 'application/json' } });
    await done.catch(() => undefined);
  });
}
