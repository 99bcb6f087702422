import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sfntOf } from './woff.ts';

/**
 * Which font file has which character. Fontsource cuts each family into files by script; a document embeds only the
 * glyphs that it uses of the files that it needs. Families are asked in this order.
 */
const families = ['noto-sans', 'noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-sc', 'noto-sans-kr'] as const;

export type Weight = 400 | 600;

export interface FontFile {
  /** Unique among all files: what a PDF calls it. */
  readonly name: string;
  readonly bytes: Buffer;
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly family: string;
  readonly subset: string;
}

const hangul = /\p{Script=Hangul}/u;
const require = createRequire(import.meta.url);
const folderOf = (family: string): string => dirname(require.resolve(`@fontsource/${family}/package.json`));

let ranges: readonly Range[] | undefined;
const subsetByCodePoint = new Map<number, Range | undefined>();
const files = new Map<string, FontFile>();

/** The file that can draw this character; undefined when none of ours can. */
export function fontFor(codePoint: number, weight: Weight): FontFile | undefined {
  if (!subsetByCodePoint.has(codePoint)) {
    ranges ??= families.flatMap(rangesOf);
    // The Chinese family claims some Hangul and draws boxes for it.
    const isHangul = hangul.test(String.fromCodePoint(codePoint));
    subsetByCodePoint.set(codePoint, ranges.find(({ first, last, family }) => codePoint >= first && codePoint <= last && !(isHangul && family === 'noto-sans-sc')));
  }
  const range = subsetByCodePoint.get(codePoint);
  return range && fileOf(range.family, range.subset, weight);
}

function fileOf(family: string, subset: string, weight: Weight): FontFile {
  const name = `${family}-${subset}-${weight}`;
  let file = files.get(name);
  if (!file) {
    file = { name, bytes: sfntOf(readFileSync(join(folderOf(family), 'files', `${name}-normal.woff`))) };
    files.set(name, file);
  }
  return file;
}

function rangesOf(family: string): Range[] {
  const subsets = JSON.parse(readFileSync(join(folderOf(family), 'unicode.json'), 'utf8')) as Record<string, string>;
  // Plain Latin first: it has the digits and the punctuation that nearly every line uses.
  const names = Object.keys(subsets).sort((a, b) => Number(b === 'latin') - Number(a === 'latin'));
  return names.flatMap((subset) => (subsets[subset] ?? '').split(',').map((text) => {
    const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
    return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16), family, subset: subset.replaceAll(/[[\]]/g, '') };
  }));
}
