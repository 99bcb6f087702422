import type { DemoWorld } from './demo-browser.ts';

export type HostPage = Awaited<ReturnType<DemoWorld['page']>>;

export interface Host {
  readonly body: string;
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A stranger's page at the registered address of River Physio: whatever HTML and headers a test wants. */
export async function openHost(demo: DemoWorld, page: HostPage, { body, head = '', headers = {} }: Host): Promise<void> {
  const url = `${demo.site.url}/somewhere.html`;
  await page.route(url, (route) => route.fulfill({
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body: `<!doctype html><html lang="en-ZA"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`,
  }));
  await page.goto(url);
}

export const scriptTag = (demo: DemoWorld, { file = '/v1/portal.js', attributes = 'async' } = {}): string =>
  `<script ${attributes} src="${demo.server.url}${file}" data-business="river-physio" data-cfasync="false"></script>`;

export const bookingTag = (attributes = ''): string =>
  `<portal-bookings ${attributes} style="display:block;min-height:max(600px,37.5rem)"><a href="/book">Book online</a></portal-bookings>`;

/** Free times are on the screen of every element. */
export async function works(page: HostPage, count = 1): Promise<void> {
  for (let at = 0; at < count; at += 1) await page.locator('portal-bookings').nth(at).locator('.slot.free').first().waitFor();
}

/** What the page said to its developer. */
export function warningsOf(page: HostPage): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => { if (message.type() === 'warning') warnings.push(message.text()); });
  return warnings;
}
