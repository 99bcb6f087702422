import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession } from 'playwright-core';

export interface Line {
  /** Megabits a second, and milliseconds there and back; left out: as fast as the machine. */
  readonly megabits?: number;
  readonly latency?: number;
  /** How much slower than this machine. */
  readonly cpu: number;
}

export interface Visit {
  /** Milliseconds from the navigation to the frame that shows the first free time. */
  readonly shown: number;
  readonly requests: number;
  /** Kilobytes on the wire, headers included. */
  readonly kilobytes: number;
  /** Requests that had to wait for one another, the page's own included. */
  readonly roundTrips: number;
  readonly blocking: number;
  readonly shift: number;
  /** In the order in which they were sent. */
  readonly asked: readonly Asked[];
}

export interface Asked {
  readonly url: string;
  /** Seconds of the browser's clock. */
  readonly start: number;
  end: number;
  bytes: number;
}

const watch = fileURLToPath(new URL('watch.page.js', import.meta.url));

async function slowDown(session: CDPSession, { cpu, megabits, latency = 0 }: Line): Promise<void> {
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (megabits) await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: megabits * 125_000, uploadThroughput: megabits * 125_000 });
}

/** One visit with nothing kept from another. */
export async function visit(browser: Browser, url: string, line: Line): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, timezoneId: 'Africa/Johannesburg', locale: 'en' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const asked = new Map<string, Asked>();
  session.on('Network.requestWillBeSent', ({ requestId, timestamp, request }) => { if (!request.url.endsWith('/favicon.ico')) asked.set(requestId, { url: request.url, start: timestamp, end: Infinity, bytes: 0 }); });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => { Object.assign(asked.get(requestId) ?? {}, { end: timestamp, bytes: encodedDataLength }); });
  await slowDown(session, line);
  await page.addInitScript({ path: watch });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction('seen.shown > 0', undefined, { timeout: 60_000 });
  const before = [...asked.values()];
  // What comes right after still counts as blocking and shifting.
  const seen = await page.evaluate<Pick<Visit, 'shown' | 'blocking' | 'shift'>>('new Promise((tell) => setTimeout(() => tell(seen), 1000))');
  await context.close();
  const finished = before.filter(({ end }) => end !== Infinity).sort((one, other) => one.start - other.start);
  return { ...seen, asked: finished, requests: finished.length, kilobytes: finished.reduce((sum, { bytes }) => sum + bytes, 0) / 1024, roundTrips: depth(finished) };
}

function depth(requests: readonly Asked[]): number {
  const depths: number[] = [];
  for (const [index, { start }] of requests.entries()) {
    const earlier = requests.slice(0, index).map((other, place) => (other.end <= start ? depths[place] ?? 0 : 0));
    depths.push(1 + Math.max(0, ...earlier));
  }
  return Math.max(0, ...depths);
}
