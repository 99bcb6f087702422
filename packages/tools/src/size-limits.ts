/** One file as the build's manifest.json tells it. */
export interface BuiltFile {
  readonly gzip: number;
  readonly entry: boolean;
  readonly imports: readonly string[];
}
export type Manifest = Readonly<Record<string, BuiltFile>>;

export interface Size {
  readonly name: string;
  readonly gzip: number;
  readonly limit: number;
}

const kB = 1024;

/** DESIGN section 10. An element without a line of its own still has to fit into a page. */
const limits: Readonly<Record<string, number>> = {
  portal: 1.5 * kB,
  login: 6 * kB,
  bookings: 14 * kB,
  invoices: 8 * kB,
  documents: 10 * kB,
  messages: 9 * kB,
  dashboard: 6 * kB,
};
const coreLimit = 20 * kB;
const pageLimit = 40 * kB;
const consoleLimit = 120 * kB;

export function elementSizes(files: Manifest): Size[] {
  const loader = files['portal.js']?.gzip ?? 0;
  const sizes: Size[] = [];
  for (const [file, { entry, gzip }] of Object.entries(files)) {
    const name = file.replace(/\.js$/, '');
    const limit = limits[name];
    if (file.startsWith('core-')) sizes.push({ name: 'shared core', gzip, limit: coreLimit });
    if (entry && limit) sizes.push({ name: file, gzip: name === 'portal' ? gzip : own(file, files), limit });
    if (entry && name !== 'portal') {
      sizes.push({ name: `a page with ${file}`, gzip: loader + atOnce(file, files), limit: pageLimit });
    }
  }
  return sizes;
}

export function consoleSizes(files: Manifest): Size[] {
  return [{ name: "the console's first screen", gzip: atOnce('console.js', files), limit: consoleLimit }];
}

/** What a page fetches before the entry runs: itself and every static import, however deep. */
function closure(file: string, files: Manifest, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of files[file]?.imports ?? []) closure(next, files, seen);
  return seen;
}

const atOnce = (file: string, files: Manifest): number => total(closure(file, files), files);

/** An element's own weight: its closure without the core that all share. */
function own(file: string, files: Manifest): number {
  return total([...closure(file, files)].filter((name) => !name.startsWith('core-')), files);
}

function total(names: Iterable<string>, files: Manifest): number {
  return [...names].reduce((sum, name) => sum + (files[name]?.gzip ?? 0), 0);
}
