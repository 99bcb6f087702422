import { summed, type BenchRow } from './bench-row.ts';

/** Requests a second, `atOnce` in flight, for about `ms`. Each call must throw when its answer is wrong. */
export async function rate(call: () => Promise<void>, atOnce: number, ms: number): Promise<number> {
  const started = performance.now();
  let done = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (performance.now() - started < ms) {
      await call();
      done += 1;
    }
  }));
  return done / ((performance.now() - started) / 1000);
}

/** Interleaved rounds, so that both sides meet the same neighbours; the ratio of ours to the reference. */
export async function compare(name: string, ours: () => Promise<number>, bare: () => Promise<number>, goal: NonNullable<BenchRow['goal']>, rounds = 7): Promise<BenchRow> {
  await ours();
  await bare();
  const ratios: number[] = [];
  let last = '';
  for (let round = 0; round < rounds; round += 1) {
    const a = await ours();
    const b = await bare();
    ratios.push(a / b);
    last = `last round ${Math.round(a)} against ${Math.round(b)} a second`;
  }
  return { name, ...summed(ratios), goal, note: last };
}
