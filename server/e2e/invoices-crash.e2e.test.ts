import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { newDataFolder, portico, removeFolder } from './running-server.ts';

const data = newDataFolder();
afterAll(() => removeFolder(data));
const script = fileURLToPath(new URL('issue-many.ts', import.meta.url));

/** Runs the script; kills it -9 once it has said so many numbers. Answers what it had said. */
async function issue(words: readonly string[], killAfter = Infinity): Promise<string[]> {
  const child = spawn(process.execPath, [script, ...words], { env: { ...process.env, PORTICO_DATA: data, PORTICO_LOG: 'silent' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > killAfter) child.kill('SIGKILL');
  });
  const [code] = await once(child, 'close') as [number | null];
  if (killAfter === Infinity) expect(code).toBe(0);
  // The last line may have been cut off by the kill.
  return said.split('\n').slice(0, -1);
}

interface Books {
  readonly numbers: readonly number[];
  readonly last: number;
  readonly unbalanced: number;
  readonly unbooked: number;
}

function books(): Books {
  const db = new Sqlite(join(data, 'portico.db'), { readonly: true });
  try {
    const value = (query: string): number => db.prepare(query).pluck().get() as number;
    return {
      numbers: db.prepare("SELECT number_in_year FROM invoices WHERE stage = 'issued' AND kind = 'invoice' ORDER BY 1").pluck().all() as number[],
      last: value("SELECT last FROM invoice_counters WHERE series = 'invoice'"),
      unbalanced: value('SELECT count(*) FROM (SELECT 1 FROM ledger_entries GROUP BY business_id, transaction_id HAVING sum(amount_minor) <> 0)'),
      unbooked: value("SELECT count(*) FROM invoices i WHERE stage = 'issued' AND total_minor > 0 AND NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.business_id = i.business_id AND e.invoice_id = i.id)"),
    };
  } finally {
    db.close();
  }
}

it('numbers a hundred invoices without a gap or a double, killed twice in the middle', async () => {
  await portico(data, ['create-business', '--name=A Hundred', '--email=owner@hundred.example', '--zone=Europe/Berlin', '--currency=EUR']);
  await issue(['--draft']);
  const acknowledged: string[] = [];
  for (const killAfter of [5, 20]) {
    acknowledged.push(...await issue([], killAfter));
    const { numbers, last, unbalanced, unbooked } = books();
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
    expect([last, unbalanced, unbooked]).toEqual([numbers.length, 0, 0]);
    for (const number of acknowledged) expect(numbers).toContain(Number(number.slice(-4)));
  }
  acknowledged.push(...await issue([]));
  const { numbers, unbalanced } = books();
  expect(numbers).toHaveLength(100);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect([numbers.at(-1), unbalanced]).toEqual([100, 0]);
}, 90_000);
