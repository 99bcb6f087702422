import type { BenchRow } from './bench-row.ts';

/** Every bench gives ratios against a bare reference in the same run; single times mean little on a shared machine. */
const benches = ['free-times', 'http', 'login', 'growth'] as const;
const only = process.argv.slice(2).filter((word) => !word.startsWith('-'));

for (const name of benches) {
  if (only.length > 0 && !only.includes(name)) continue;
  process.stdout.write(`${name} …\n`);
  try {
    const { bench } = await import(`./${name}.bench.ts`) as { bench(): Promise<readonly BenchRow[]> };
    for (const row of await bench()) {
      const [low, high] = row.spread;
      process.stdout.write(`  ${row.name.padEnd(58)} ${row.ratio.toFixed(2)}×  (${low.toFixed(2)}–${high.toFixed(2)})${row.goal ? `  goal ${row.goal}` : ''}${row.note ? `  ${row.note}` : ''}\n`);
    }
  } catch (error) {
    process.stdout.write(`  failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
}
