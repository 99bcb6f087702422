/** One file as the build's manifest.json tells it. */
export interface BuiltFile {
  /** The module that a chunk is made of, or what the build calls it: `answers-view`, `core`. */
  readonly name: string;
  readonly gzip: number;
  readonly entry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
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

/**
 * Chunks that only an act of the visitor brings (hovering, opening, choosing), or a page that is set up wrongly.
 * Whatever is not named here counts as fetched by the page itself, so a new chunk is paid for until somebody has
 * thought about it. A test in a real browser (server/e2e/weight) compares this with what is fetched.
 */
const afterAnAct: ReadonlySet<string> = new Set([
  'answers-view', 'opened-view', 'held-payment', 'kept-link', 'later-view', 'core-invoices', 'core-plans', 'core-documents', 'plan-acts.template', 'viewer-view', 'zone-chooser', 'portal-account', 'login-steps', 'core-account', 'core-overlays', 'floating', 'owner-words', 'page-words',
]);
/** Chunks that a page fetches by itself for who is signed in. */
const signedIn: ReadonlySet<string> = new Set(['appointments-view', 'balances-view']);

export function elementSizes(files: Manifest): Size[] {
  const sizes: Size[] = [];
  for (const [file, { entry, gzip }] of Object.entries(files)) {
    const name = file.replace(/\.js$/, '');
    const limit = limits[name];
    if (/^core-[^-]+\.js$/.test(file)) sizes.push({ name: 'shared core', gzip, limit: coreLimit });
    if (entry && limit) sizes.push({ name: file, gzip: name === 'portal' ? gzip : own(file, files), limit });
    // The loader with everything in it is for who wants one hash more than a light page.
    if (!entry || name.startsWith('portal')) continue;
    sizes.push({ name: `a page with ${file}`, gzip: total(pageWith(file, files), files), limit: pageLimit });
    const { language, gzip: most } = heaviest(file, files);
    sizes.push({ name: `a page with ${file} at its heaviest, signed in and in ${language}`, gzip: most, limit: pageLimit });
  }
  return sizes;
}

export function consoleSizes(files: Manifest): Size[] {
  return [{ name: "the console's first screen", gzip: total(closure('console.js', files), files), limit: consoleLimit }];
}

/** Nobody's page may weigh more: who is signed in sees more, and a translation comes on top. */
function heaviest(file: string, files: Manifest): { readonly language: string; readonly gzip: number } {
  const pages = ['en', ...languagesIn(files)].map((language) => ({ language, gzip: total(pageWith(file, files, { language, isSignedIn: true }), files) }));
  return pages.reduce((most, page) => (page.gzip > most.gzip ? page : most));
}

/** Of `words-bookings-de`: a page is in one language, and English needs none. `list` ones are for who is signed in, the others wait for an act. */
const languageOf = (name: string): string | undefined => /^words-.*-(\w+)$/.exec(name)?.[1];
const languagesIn = (files: Manifest): string[] =>
  [...new Set(Object.values(files).map(({ name }) => languageOf(name)).filter((language) => language !== undefined))].sort();

/** What a page with the loader and one element fetches before anybody has done anything. */
export function pageWith(file: string, files: Manifest, { isSignedIn = false, language = 'en' } = {}): Set<string> {
  const waits = (chunk: string): boolean => {
    const name = files[chunk]?.name ?? chunk;
    const spoken = languageOf(name);
    if (spoken) return spoken !== language || /-(later|account|problems)-/.test(name) || (/-list-/.test(name) && !isSignedIn);
    return afterAnAct.has(name) || (signedIn.has(name) && !isSignedIn);
  };
  const fetched = closure(file, files, (chunk) => (files[chunk]?.dynamicImports ?? []).filter((next) => !waits(next)));
  return fetched.add('portal.js');
}

/** A file and every static import, however deep; and what else each of them brings. */
function closure(file: string, files: Manifest, also: (file: string) => readonly string[] = () => [], seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of [...files[file]?.imports ?? [], ...also(file)]) closure(next, files, also, seen);
  return seen;
}

/** An element's own weight: its closure without the code that all share. */
function own(file: string, files: Manifest): number {
  return total([...closure(file, files)].filter((name) => !name.startsWith('core-')), files);
}

function total(names: Iterable<string>, files: Manifest): number {
  return [...names].reduce((sum, name) => sum + (files[name]?.gzip ?? 0), 0);
}
