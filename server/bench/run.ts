import { isMet, type BenchRow } from './bench-row.ts';

/** Every bench gives ratios against a bare reference in the same run; single times mean little on a shared machine. */
const benches = ['free-times', 'http', 'login', 'growth', 'waterfall', 'invoices', 'documents', 'reading', 'search'] as const;
const only = process.argv.slice(2).filter((word) => !word.startsWith('-'));

for (const name of benches) {
  if (only.length > 0 && !only.includes(name)) continue;
  process.stdout.write(`${name} …\n`);
  try {
    const { bench } = await import(`./${name}.bench.ts`) as { bench(): Promise<readonly BenchRow[]> };
    for (const row of await bench()) process.stdout.write(`${lineOf(row)}\n`);
  } catch (error) {
    process.stdout.write(`  failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}

function lineOf(row: BenchRow): string {
  const [low, high] = row.spread;
  const measured = `${row.ratio.toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`;
  return `  ${row.name.padEnd(58)} ${measured.padEnd(22)} ${verdictOf(row).padEnd(26)} ${row.note ?? ''}`.trimEnd();
}

function verdictOf(row: BenchRow): string {
  if (!row.goal) return '';
  const bound = 'atMost' in row.goal ? `≤ ${row.goal.atMost}` : `≥ ${row.goal.atLeast}`;
  return `goal ${row.goal.number} (${bound}): ${isMet(row) ? 'met' : 'NOT MET'}`;
}
