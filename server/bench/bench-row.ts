/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly name: string;
  /** Ours divided by the bare reference, median of all rounds: 1 is as fast, 2 takes twice as long. */
  readonly ratio: number;
  /** The lowest and the highest ratio of a round. */
  readonly spread: [number, number];
  readonly goal?: string;
  readonly note?: string;
}
