import { limits } from '../limits.ts';

/** What reading the pictures of one file may cost: some seconds a page, at the lowest priority. */
export const pictureLimits = {
  ...limits,
  /** Pages of a scan that are read; and for so long. */
  pages: 20,
  readingSeconds: 90,
  /** Letters of ten points are twenty high: more takes longer and reads no better. */
  dotsPerInch: 200,
  side: 2400,
  dataKilobytes: 1_600_000,
  cpuSeconds: 150,
  wallMs: 600_000,
} as const;
