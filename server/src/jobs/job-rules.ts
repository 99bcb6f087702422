const firstMs = 5_000;
const mostMs = 6 * 3_600_000;

/** Exponential back-off with full jitter on its upper half: 5 s, 20 s, 80 s … at most six hours. */
export function backOffMs(attempts: number, chance: number): number {
  const ceiling = Math.min(mostMs, firstMs * 4 ** Math.max(0, attempts - 1));
  return Math.round(ceiling / 2 + (ceiling / 2) * chance);
}

/** Work that may take minutes, such as a look for viruses, reading a file for the search or a large file on its way to a store: mails do not wait for it. */
export const slowKinds: readonly string[] = ['document.settle', 'document.index', 'file.remove'];

/** Work that may take minutes and that nobody waits for: not even the others above wait for it. */
export const idleKinds: readonly string[] = ['document.read_pictures'];

/** Jobs that wait for each other; left out: all of them. */
export type Lane = 'usual' | 'slow' | 'idle';
