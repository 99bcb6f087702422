import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { searchDocuments, searchOwnDocuments } from '../src/documents/search/search-documents.ts';
import { testWorld, type TestWorld } from '../src/test-support/test-world.ts';
import { summed, type BenchRow } from './bench-row.ts';
import { dice, fill, stock, texts, wordOf, type Stock, type Text } from './search-stock.ts';

/** 100,000 documents: five businesses of 2,000 and one of 10,000 that are searched, the words of 40 more beside them. */
export async function bench(): Promise<readonly BenchRow[]> {
  const world = await testWorld({ PORTICO_LOG: 'silent' });
  try {
    const [usual, many] = [texts(2000), texts(10_000)];
    const small: Stock[] = [];
    for (let n = 0; n < 5; n += 1) small.push(await stock(world, n, usual));
    const large = await stock(world, 9, many);
    for (const one of small.slice(0, 1)) fill(world, one, 40);
    await world.deps.store.tune();
    return [...await measure(world, '2,000', small, usual), ...await measure(world, '10,000', [large], many)];
  } finally {
    await world.close();
  }
}

type Ask = (chance: () => number, all: readonly Text[]) => string;
const one = (from: number, to: number): Ask => (chance) => `${wordOf(from + Math.floor(chance() * (to - from)))} `;
const kinds: Readonly<Record<string, Ask>> = {
  'a common word': one(0, 10),
  'a word of every tenth document': one(300, 400),
  'a rare word': one(8000, 19_000),
  'two words of every fourth': (chance) => `${one(80, 160)(chance, [])}${one(80, 160)(chance, [])}`,
  'two words side by side': (chance, all) => {
    const words = pick(all, chance).text.split(' ');
    const at = Math.floor(chance() * 490);
    return `"${words[at]} ${words[at + 1]}"`;
  },
  'the beginning of a name': (chance, all) => pick(all, chance).name.slice(0, 4 + Math.floor(chance() * 4)),
};

function pick<One>(all: readonly One[], chance: () => number): One {
  const one = all[Math.floor(chance() * all.length)];
  if (!one) throw new Error('there are none');
  return one;
}

const asked = 200;

/** The whole verb, passages opened and all, against LIKE over the same business's texts in clear, in turns. */
async function measure(world: TestWorld, size: string, stocks: readonly Stock[], all: readonly Text[]): Promise<BenchRow[]> {
  const scan = scanOf(world, stocks, all);
  const rows: BenchRow[] = [];
  for (const [kind, ask] of Object.entries(kinds)) {
    const chance = dice(7);
    const [ours, own, bare]: [number[], number[], number[]] = [[], [], []];
    for (let n = -10; n < asked; n += 1) {
      const { owner, client } = pick(stocks, chance);
      const query = { q: ask(chance, all), limit: 10 };
      const [a, b, c] = [await timed(() => searchDocuments(world.deps, owner, query)), await timed(() => searchOwnDocuments(world.deps, client, query)), await timed(async () => scan(owner.businessId, query.q))];
      if (n < 0) continue;
      ours.push(a);
      own.push(b);
      bare.push(c);
    }
    rows.push(
      { name: `${kind}, of ${size}, against LIKE in clear`, ...summed(ours.map((ms, n) => ms / (bare[n] ?? NaN))), goal: { number: 8, atMost: 1 }, note: `LIKE p50/p99 ${at(bare, 0.5)}/${at(bare, 0.99)} ms` },
      { name: `${kind}, of ${size}: p99 against 10 ms`, ...summed([ours, own].map((times) => Number(at(times, 0.99)) / 10)), goal: { number: 8, atMost: 1 }, note: `p50/p99 staff ${at(ours, 0.5)}/${at(ours, 0.99)} ms, client ${at(own, 0.5)}/${at(own, 0.99)} ms` },
    );
  }
  return rows;
}

const at = (times: readonly number[], part: number): string => (times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? NaN).toFixed(1);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** What a plain table without any index of words would do, for one word of what is asked. */
function scanOf({ config }: TestWorld, stocks: readonly Stock[], all: readonly Text[]): (businessId: string, asked: string) => unknown {
  const db = new Sqlite(join(config.dataDir, 'plain.db'));
  db.exec('CREATE TABLE IF NOT EXISTS plain (business_id TEXT, id INTEGER, text TEXT, PRIMARY KEY (business_id, id)) WITHOUT ROWID');
  const insert = db.prepare('INSERT INTO plain VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const { owner } of stocks) for (const [id, { name, text }] of all.entries()) insert.run(owner.businessId, id, `${name} ${text}`);
  })();
  const scan = db.prepare('SELECT count(*) FROM plain WHERE business_id = ? AND text LIKE ?').pluck();
  return (businessId, query) => scan.get(businessId, `%${query.replaceAll('"', '').trim().split(' ')[0]}%`);
}
