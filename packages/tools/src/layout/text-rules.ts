import { fileName, partOf } from './places.ts';
import { wordRule } from './rule.ts';
import type { Finding, Rule } from './rule.ts';
import { isTest } from './source-tree.ts';
import type { SourceFile, SourceTree } from './source-tree.ts';

const longest = 250;
const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types'];
const readsEnvironment = /^(packages\/tools|server\/bench|examples)\/|(^|\/)config\.ts$|\.config\.ts$/;
const mayAskTheClock = /^server\/src\/((main|deps|open-deps|config)\.ts$|cli\/)/;
const reExport = /\bexport\s+(type\s+)?(\*(\s*as\s+\w+)?|\{[^}]*\})\s*from\s*(['"])\s*\4;?/g;

export const textRules: readonly Rule[] = [
  wordRule({
    name: 'environment-in-config',
    why: 'a setting read in two places is documented and checked in neither',
    instead: 'read it in config.ts and pass the value',
  }, {
    pattern: /\bprocess\s*\.\s*env\b|\bimport\.meta\.env\b/g, in: 'bare',
    applies: (path) => !readsEnvironment.test(path) && !isTest(path),
  }),
  wordRule({
    name: 'time-through-deps',
    why: 'a hidden clock or die cannot be tested',
    instead: 'take deps.now() and deps.random, or an argument',
  }, {
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\brandomUUID\(/g, in: 'bare',
    applies: (path) => path.startsWith('server/src/') && !mayAskTheClock.test(path) && !isTest(path),
  }),
  wordRule({
    name: 'stopwatch-in-http',
    why: 'only the request log measures durations',
    instead: 'take deps.now()',
  }, {
    pattern: /\bperformance\.now\(/g, in: 'bare',
    applies: (path) => path.startsWith('server/src/') && !path.startsWith('server/src/http/')
      && !mayAskTheClock.test(path) && !isTest(path),
  }),
  wordRule({
    name: 'strict-templates',
    why: 'must run under style-src self and Trusted Types, and show no markup of strangers',
    instead: "use lit's bindings, static styles and classes",
  }, {
    pattern: /\b(unsafe(HTML|SVG|CSS|Static)|innerHTML|outerHTML|insertAdjacentHTML|styleMap)\b|\sstyle=|<style\b/g,
    in: 'code',
    applies: (path) => ['elements', 'console'].includes(partOf(path)) && !isTest(path),
  }),
  wordRule({
    name: 'no-space-at-a-template\'s-edge',
    why: 'the build takes it away, and two words become one',
    instead: 'put it outside: `${one} ${two}`',
  }, {
    pattern: /\bhtml` \S/g, in: 'code',
    applies: (path) => ['elements', 'console'].includes(partOf(path)) && !isTest(path),
  }),
  wordRule({
    name: 'stores-are-portable',
    why: 'all(), get() and run() exist for SQLite only; PostgreSQL is a promise',
    instead: 'await the query itself',
  }, {
    pattern: /(?<!\bPromise)\.(all|run)\(|\.get\(\s*(\)|\{)/g, in: 'bare',
    applies: (path) => path.endsWith('-store.ts') && path.startsWith('server/') && !isTest(path),
  }),
  fileRule({
    name: 'no-barrels',
    why: 'a file that only passes on hides where things live and closes cycles',
    instead: 'import from the file that has it',
  }, ({ path, bare }) => !mayPassOn(path) && (fileName(path) === 'index.ts' || onlyPassesOn(bare))),
  fileRule({
    name: 'names-say-something',
    why: 'a drawer called "utils" fills up',
    instead: 'name it after what it does',
  }, ({ path }) => path.split('/').map((part) => part.replace(/\..*$/, '')).find((part) => emptyNames.includes(part))),
  fileRule({
    name: 'kebab-case',
    why: 'one way to write a name, so that it is found',
    instead: 'rename it: book-slot.ts, slot-grid.template.ts',
  }, ({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.ts$/.test(fileName(path))),
  fileRule({
    name: 'file-length',
    why: `over ${longest} lines a file says more than one thing`,
    instead: 'split it along its topics',
    isWarning: true,
  }, ({ path, text }) => {
    const lines = text.split('\n').length - 1;
    return !isTest(path) && !path.includes('/locales/') && lines > longest && `${lines} lines`;
  }),
];

function onlyPassesOn(bare: string): boolean {
  return bare.trim() !== '' && bare.replace(reExport, '').trim() === '';
}

/** drizzle wants to see every table at once, and a slice's one door to the others may be only a door. */
function mayPassOn(path: string): boolean {
  return path === 'server/src/storage/all-tables.ts' || /^server\/src\/[^/]+\/public\.ts$/.test(path);
}

function fileRule(rule: Omit<Rule, 'check'>, refuses: (file: SourceFile) => string | boolean | undefined): Rule {
  const judge = (file: SourceFile): Finding[] => {
    const refusal = refuses(file);
    if (!refusal) return [];
    return [{ file: file.path, line: 1, detail: refusal === true ? fileName(file.path) : refusal }];
  };
  return { ...rule, check: (tree: SourceTree) => [...tree.values()].flatMap(judge) };
}
