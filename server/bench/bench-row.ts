/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly name: string;
  /** Ours divided by the bare reference, median of all rounds: of times, 2 takes twice as long; of rates, 0.5 does half as much. */
  readonly ratio: number;
  /** The lowest and the highest ratio of a round. */
  readonly spread: readonly [number, number];
  /** A goal of performance.md; without one the line only informs. */
  readonly goal?: { readonly number: number } & ({ readonly atMost: number } | { readonly atLeast: number });
  readonly note?: string;
}

/** Sorts them in place. */
export function summed(ratios: number[]): Pick<BenchRow, 'ratio' | 'spread'> {
  ratios.sort((a, b) => a - b);
  return { ratio: ratios[ratios.length >> 1] ?? NaN, spread: [ratios[0] ?? NaN, ratios.at(-1) ?? NaN] };
}

export function isMet({ ratio, goal }: BenchRow): boolean | undefined {
  if (!goal) return undefined;
  return 'atMost' in goal ? ratio <= goal.atMost : ratio >= goal.atLeast;
}
