import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { assertions, type Assertion, type Visited } from './test-support/findings.ts';
import { chromiumTourist } from './test-support/chromium-tourist.ts';
import { firefoxTourist } from './test-support/firefox-tourist.ts';
import { writeZooReport } from './test-support/report.ts';
import { scenarios } from './test-support/scenarios.ts';
import { visit, type VisitTools } from './test-support/visit.ts';
import type { Tourist } from './test-support/visitor.ts';
import { axeScript, firefoxPath, openZoo, witnessScript } from './test-support/zoo-world.ts';
import { zooPages, type ZooPage } from './zoo-pages.ts';

const folder = fileURLToPath(new URL('../../.reports/host-zoo/', import.meta.url));
const only = process.env['ZOO_PAGES']?.split(',');
const pages = zooPages.filter(({ name }) => !only || only.includes(name));
const browsers = process.env['ZOO_BROWSERS']?.split(',');
const firefox = browsers && !browsers.includes('firefox') ? undefined : firefoxPath();
const tours: readonly { readonly browser: Tourist['name']; readonly start: () => Promise<Tourist>; readonly pages: readonly ZooPage[] }[] = [
  ...(browsers && !browsers.includes('chromium') ? [] : [{ browser: 'chromium' as const, start: chromiumTourist, pages }]),
  ...(firefox ? [{ browser: 'firefox' as const, start: () => firefoxTourist(firefox), pages: pages.filter(({ inFirefox }) => inFirefox) }] : []),
];
const visits: Visited[] = [];

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const world = await openZoo();
  try {
    const tools: VisitTools = { world, witness: witnessScript(), axe: axeScript(), shots: folder };
    for (const tour of tours) await walk(await tour.start(), tour.pages, tools);
  } finally {
    await world.close();
  }
}, 600_000);

/** After each visit: a tour that breaks off has been somewhere. */
function report(): void {
  writeZooReport(folder, visits, firefox ? [] : ['Firefox is not installed here: its visits were not made.']);
}

/** Two people at a time: most of a visit is waiting. */
async function walk(tourist: Tourist, wanted: readonly ZooPage[], tools: VisitTools): Promise<void> {
  const waiting = [...wanted];
  const person = async (): Promise<void> => {
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      visits.push(await visit(page, tourist, tools));
      report();
    }
  };
  try {
    await Promise.all([person(), person()]);
  } finally {
    await tourist.close();
  }
}

for (const tour of tours) {
  describe.each(tour.pages)(`${tour.browser}: $title`, (page) => {
    it.each(askedOf(page))('%s', (assertion) => {
      const visited = visits.find((one) => one.page === page.name && one.browser === tour.browser);
      expect(visited?.findings.get(assertion), `${page.name}: ${assertions[assertion]}`).toEqual([]);
    });
  });
}

function askedOf({ name, givesNoWidth }: ZooPage): Assertion[] {
  const { prepare, after, isWithoutUs } = scenarios[name] ?? {};
  const all = Object.keys(assertions) as Assertion[];
  if (isWithoutUs) return all.filter((assertion) => ['itself', 'policy', 'quiet', 'untouched', 'apart', 'origins', 'cookies'].includes(assertion));
  return all.filter((assertion) => (assertion !== 'itself' || prepare || after) && (assertion !== 'steady' || !givesNoWidth));
}
