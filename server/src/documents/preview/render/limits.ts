/** What the pictures of one file may cost. */
export const limits = {
  /** Of the file, in bytes. */
  fileBytes: 64 * 1024 ** 2,
  /** Listed of one document. */
  pages: 200,
  /** Of the words of one page, and of all. */
  pageChars: 8_000,
  textChars: 300_000,
  /** Of one picture: a page may be as long as it likes. */
  pixels: 12_000_000,
  heapMegabytes: 384,
  dataKilobytes: 1_200_000,
  cpuSeconds: 10,
  wallMs: 30_000,
  outputBytes: 12 * 1024 ** 2,
} as const;
