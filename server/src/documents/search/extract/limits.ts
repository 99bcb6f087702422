/** What reading one file may cost. Beyond it the file is kept as any other, and found by its name. */
export const limits = {
  /** Of the file, in bytes: larger ones are not read. */
  fileBytes: 64 * 1024 ** 2,
  /** Of text that is kept and indexed; about 250 pages. */
  textChars: 300_000,
  /** Of what a packed folder unfolds to, and of one thing in it, and how much more than it took packed. */
  unpackedBytes: 96 * 1024 ** 2,
  ratio: 200,
  entries: 5_000,
  /** The child's JavaScript memory, all its memory, its time on the processor, the time it takes in all, and what it may say. */
  heapMegabytes: 384,
  dataKilobytes: 1_200_000,
  cpuSeconds: 20,
  wallMs: 60_000,
  outputBytes: 24 * 1024 ** 2,
} as const;
