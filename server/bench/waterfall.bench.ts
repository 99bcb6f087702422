import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { freePort, newDataFolder, portico, removeFolder, startServer } from '../e2e/running-server.ts';
import { summed, type BenchRow } from './bench-row.ts';
import { servePages, type Times } from './waterfall/pages.ts';
import { visit, type Line, type Visit } from './waterfall/visit.ts';

const lines: Readonly<Record<string, Line>> = { '4× slower': { cpu: 4 }, '4× slower, slow 4G': { cpu: 4, megabits: 1.6, latency: 150 } };
const kinds = { portico: 'Portico', peer: 'Event Calendar 5', limit: 'vanilla limit' } as const;
type Kind = 'portico' | 'peer' | 'limit';
const compared: readonly Kind[] = ['portico', 'peer', 'limit'];
const rounds = 5;

const median = (numbers: readonly number[]): number => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? 0;

/**
 * What a visitor waits for, in a real browser: our element beside a peer's calendar and a bare element with the same
 * times, in turns, so that all three meet the same neighbours. Writes the sizes of the chunks as well.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const data = newDataFolder();
  const port = await freePort();
  const environment = { PORTICO_DEMO_PORT: String(port) };
  await portico(data, ['seed-demo'], environment);
  const server = await startServer(data, environment);
  const pages = await servePages(port, server.url, await timesOf(server.url));
  const browser = await chromium.launch({ executablePath: process.env['CHROME'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    writeSizes();
    const rows: BenchRow[] = [];
    for (const [name, line] of Object.entries(lines)) rows.push(...await compare(browser, pages.host, name, line));
    return rows;
  } finally {
    await browser.close();
    pages.close();
    await server.stop();
    removeFolder(data);
  }
}

async function compare(browser: Browser, host: string, name: string, line: Line): Promise<BenchRow[]> {
  const visits: Record<Kind, Visit[]> = { portico: [], peer: [], limit: [] };
  for (const kind of compared) await visit(browser, `${host}/${kind}`, line);
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of compared) visits[kind].push(await visit(browser, `${host}/${kind}`, line));
  }
  process.stdout.write(`  ${name}\n`);
  for (const kind of compared) process.stdout.write(`    ${described(kinds[kind], visits[kind])}\n`);
  for (const bar of bars(visits.portico[0])) process.stdout.write(`      ${bar}\n`);
  const isGoal = line.megabits === undefined;
  const ratio = (what: string, of: (one: Visit) => number, other: Kind, atMost: number): BenchRow => ({
    name: `${what} against the ${kinds[other]}, ${name}`, ...(isGoal && { goal: { number: 6, atMost } }),
    ...summed(visits.portico.map((ours, round) => of(ours) / Math.max(1, of(visits[other][round] ?? ours)))),
  });
  return [
    ratio('free times', ({ shown }) => shown, 'peer', 0.6),
    ratio('free times', ({ shown }) => shown, 'limit', 1.6),
    ratio('blocking', ({ blocking }) => blocking, 'peer', 0.25),
    { name: `layout shift, ${name}`, goal: { number: 6, atMost: 0 }, ...summed(visits.portico.map(({ shift }) => shift)) },
  ];
}

function described(name: string, visits: readonly Visit[]): string {
  const of = (pick: (one: Visit) => number, digits = 0): string => median(visits.map(pick)).toFixed(digits);
  return `${name.padEnd(18)} first free time ${of(({ shown }) => shown).padStart(5)} ms · ${of(({ requests }) => requests)} requests · ${of(({ kilobytes }) => kilobytes, 1)} kB · ${of(({ roundTrips }) => roundTrips)} round trips · blocking ${of(({ blocking }) => blocking)} ms · shift ${of(({ shift }) => shift, 3)}`;
}

/** One visit's requests, each with when it began and ended and what it weighed. */
function bars(visited: Visit | undefined): string[] {
  const [first] = visited?.asked ?? [];
  return (visited?.asked ?? []).map(({ url, start, end, bytes }) => {
    const ms = (at: number): string => `${Math.round((at - (first?.start ?? 0)) * 1000)}`.padStart(5);
    return `${ms(start)} –${ms(end)} ms ${(bytes / 1024).toFixed(1).padStart(6)} kB  ${new URL(url).pathname}`;
  });
}

/** The same times for everybody, with labels that need no formatting. */
async function timesOf(url: string): Promise<Times> {
  const start = await (await fetch(`${url}/v1/businesses/river-physio/booking-start`)).json() as { month: { days: { date: string; name: string; times: { startsAt: string; label: string; free: boolean }[] }[] } };
  const days = start.month.days.filter((day) => day.times.some(({ free }) => free));
  return {
    date: days[0]?.date ?? '',
    times: days.flatMap(({ name, times }) => times.filter(({ free }) => free).map(({ startsAt, label }) => ({ day: name, label, startsAt, endsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString() }))),
  };
}

interface Built { readonly raw: number; readonly gzip: number; readonly brotli: number; readonly entry: boolean; readonly name?: string }

function writeSizes(): void {
  const file = new URL('../../packages/elements/dist/v1/manifest.json', import.meta.url);
  const { files } = JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, Built> };
  const kB = (bytes: number): string => (bytes / 1024).toFixed(2).padStart(6);
  process.stdout.write('  kB   gzip  brotli\n');
  for (const [name, { gzip, brotli, name: module }] of Object.entries(files).sort(([, one], [, other]) => other.gzip - one.gzip)) process.stdout.write(`    ${kB(gzip)} ${kB(brotli)}  ${name}${module ? ` (${module})` : ''}\n`);
}
