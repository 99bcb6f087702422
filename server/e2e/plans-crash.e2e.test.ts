import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { newDataFolder, portico, removeFolder } from './running-server.ts';

const data = newDataFolder();
afterAll(() => removeFolder(data));
const script = fileURLToPath(new URL('issue-plans.ts', import.meta.url));

/** Runs the script; kills it -9 once it has made the invoices of so many plans. */
async function issue(words: readonly string[], killAfter = Infinity): Promise<void> {
  const child = spawn(process.execPath, [script, ...words], { env: { ...process.env, PORTICO_DATA: data, PORTICO_LOG: 'silent' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text.split('\n').length - 1;
    if (said >= killAfter) child.kill('SIGKILL');
  });
  const [code] = await once(child, 'close') as [number | null];
  if (killAfter === Infinity) expect(code).toBe(0);
}

function query(text: string): unknown[] {
  const db = new Sqlite(join(data, 'portico.db'), { readonly: true });
  try {
    return db.prepare(text).raw().all();
  } finally {
    db.close();
  }
}
const made = (): number => (query("SELECT count(*) FROM invoices WHERE source_kind = 'plan'") as [[number]])[0][0];

it('invoices every period of thirty plans once, by two processes at a time that are killed in the middle', async () => {
  await portico(data, ['create-business', '--name=Thirty', '--email=owner@thirty.example', '--zone=Europe/Berlin', '--currency=EUR']);
  await issue(['--start']);
  await Promise.all([issue([], 4), issue([], 7)]);
  expect(made()).toBeGreaterThan(3);
  expect(made()).toBeLessThan(60);
  await Promise.all([issue([]), issue([])]);
  // Begun forty days ago: the first period and the second, each once, and one job for what comes next.
  expect(query("SELECT count(*), count(DISTINCT source_id), count(DISTINCT client_id) FROM invoices WHERE source_kind = 'plan' AND stage = 'issued'")).toEqual([[60, 60, 30]]);
  expect(query("SELECT count(*), min(next_period), max(next_period) FROM subscriptions")).toEqual([[30, 2, 2]]);
  expect(query("SELECT state, count(*), count(DISTINCT about) FROM jobs WHERE kind = 'plan.issue' AND state <> 'done' GROUP BY state")).toEqual([['waiting', 30, 30]]);
  // No gap and no double: as many numbers as were given out, the last of each year being how many there are in it.
  expect(query("SELECT c.last = count(i.id) AND c.last = count(DISTINCT i.number_in_year) AND c.last = max(i.number_in_year) FROM invoice_counters c JOIN invoices i ON i.number_year = c.year GROUP BY c.year").flat().every(Boolean)).toBe(true);
  expect(query('SELECT count(*) FROM (SELECT 1 FROM ledger_entries GROUP BY business_id, transaction_id HAVING sum(amount_minor) <> 0)')).toEqual([[0]]);
}, 300_000);
