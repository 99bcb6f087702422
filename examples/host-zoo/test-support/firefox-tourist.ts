import { launch, type BrowserContext, type HTTPRequest, type Page } from 'puppeteer-core';
import { allowOrigin, bounded, patience, parsed, tall, waitFor, type Network, type Tourist, type Visitor, type VisitorOptions } from './visitor.ts';

/** Debian's Firefox, through WebDriver BiDi. */
export async function firefoxTourist(executablePath: string): Promise<Tourist> {
  const browser = await launch({
    browser: 'firefox', executablePath, headless: true, protocol: 'webDriverBiDi',
    extraPrefsFirefox: {
      // Traffic to the zoo and nowhere else.
      'app.normandy.enabled': false, 'browser.safebrowsing.malware.enabled': false, 'browser.safebrowsing.phishing.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false, 'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false,
      'services.settings.server': 'data:,', 'toolkit.telemetry.enabled': false, 'intl.accept_languages': 'en-ZA, en',
    },
  });
  return {
    name: 'firefox',
    async visitor(options) {
      const context = await browser.createBrowserContext();
      return firefoxVisitor(context, await context.newPage(), options);
    },
    close: () => browser.close(),
  };
}

async function firefoxVisitor(context: BrowserContext, page: Page, { width, scripts, network }: VisitorOptions): Promise<Visitor> {
  page.setDefaultTimeout(patience);
  await page.setViewport({ width, height: tall });
  for (const script of scripts) await page.evaluateOnNewDocument(script);
  await page.setRequestInterception(true);
  const answer = (request: HTTPRequest): void => void respond(request, network);
  page.on('request', answer);
  const complaints: string[] = [];
  const asked = new Set<string>();
  page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${String(error)}`));
  page.on('request', (request) => asked.add(request.url()));
  const until = (expression: string): Promise<unknown> => page.evaluate(waitFor(expression));
  const click = async (selector: string): Promise<void> => {
    const { x, y } = await until(`zooWitness.reach(${JSON.stringify(selector)})`) as { readonly x: number; readonly y: number };
    await page.mouse.click(x, y);
  };
  return {
    complaints, asked,
    async goto(url) {
      // A page that waits for our held-back code is never done loading; one that waits for a module of ours is not even
      // told of as having arrived. So the page itself is asked.
      void page.goto(url, { waitUntil: 'load' }).catch(() => undefined);
      await arrived(page, url);
    },
    async letThrough() {
      page.off('request', answer);
      await page.setRequestInterception(false);
    },
    evaluate: async <T>(expression: string) => await bounded(page.evaluate(expression), expression) as T,
    until: async (expression) => void await until(expression),
    click,
    async fill(selector, text) {
      await click(selector);
      await page.evaluate(`zooWitness.type(${JSON.stringify(selector)}, ${JSON.stringify(text)})`);
    },
    see: async (selector) => void await until(`zooWitness.sees(${JSON.stringify(selector)})`),
    press: (key) => page.keyboard.press(key as 'Enter'),
    cookies: async () => (await context.cookies()).map(({ name, domain }) => `${name} of ${domain}`),
    shot: async (path) => void await page.screenshot({ path, type: 'jpeg', quality: 72, fullPage: true }),
    leave: () => context.close(),
  };
}

async function arrived(page: Page, url: string): Promise<void> {
  const isThere = `location.href === ${JSON.stringify(url)} && Boolean(${parsed})`;
  for (const end = performance.now() + patience; performance.now() < end; await pause(50)) {
    // Between two documents nobody answers.
    if (await Promise.race([page.evaluate(isThere).catch(() => false), pause(1000)]) === true) return;
  }
  throw new Error(`${url} did not arrive`);
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => { setTimeout(done, milliseconds); });

async function respond(request: HTTPRequest, network: Network): Promise<void> {
  const instead = await network(new URL(request.url()));
  const done = instead === undefined ? request.continue()
    : instead === 'refused' ? request.abort('connectionrefused')
      : request.respond({ ...instead, headers: allowOrigin, contentType: 'application/json' });
  await done.catch(() => undefined);
}
