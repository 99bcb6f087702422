import { unzipSync } from 'fflate';
import { limits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

const wanted = /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl\/(?:workbook|sharedStrings|worksheets\/[^/]+|comments\d*)\.xml)$/;

/**
 * The text of a Word or Excel file. Only the parts that hold text are unfolded, and only when what the folder says about
 * them is within limits; what lies about its size does not fit the memory set aside for it, and fails.
 */
export function officeText(bytes: Uint8Array): string {
  let [entries, total] = [0, 0];
  const parts = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries += 1;
      if (entries > limits.entries) throw new Unreadable('too_costly');
      if (!wanted.test(name)) return false;
      total += originalSize;
      if (total > limits.unpackedBytes || (originalSize > 1_000_000 && originalSize > size * limits.ratio)) throw new Unreadable('too_costly');
      return true;
    },
  });
  const read = (name: string): string => new TextDecoder().decode(parts[name]);
  const names = Object.keys(parts).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (names.includes('word/document.xml')) return ['word/document.xml', ...names.filter((name) => name.startsWith('word/') && name !== 'word/document.xml')].map((name) => wordText(read(name))).join('\n');
  if (names.includes('xl/workbook.xml')) return excelText(names, read);
  throw new Unreadable('unknown_kind');
}

/** Paragraphs, tabs and breaks end words; runs do not: "INV" and "OICE" in two colours are one word. */
function wordText(xml: string): string {
  let text = '';
  for (const [, held, sign] of xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<(\/w:p|w:tab|w:br|w:cr|\/w:tc)(?:\s[^>]*)?\/?>/g)) {
    text += held !== undefined ? plain(held) : sign === 'w:tab' || sign === '/w:tc' ? '\t' : '\n';
    if (text.length > limits.textChars) break;
  }
  return text;
}

function excelText(names: readonly string[], read: (name: string) => string): string {
  const shared = names.includes('xl/sharedStrings.xml') ? [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, held = '']) => runs(held)) : [];
  const titles = [...read('xl/workbook.xml').matchAll(/<sheet\s[^>]*?name="([^"]*)"/g)].map(([, title = '']) => plain(title));
  let text = `${titles.join('\n')}\n`;
  for (const name of names.filter((one) => one.startsWith('xl/worksheets/'))) {
    for (const [, row = ''] of read(name).matchAll(/<row(?:\s[^>]*)?>(.*?)<\/row>/gs)) {
      if (text.length > limits.textChars) return text;
      text += `${[...row.matchAll(/<c(\s[^>]*)?>(.*?)<\/c>/gs)].map(([, about = '', cell = '']) => cellText(about, cell, shared)).join('\t')}\n`;
    }
  }
  for (const name of names.filter((one) => one.startsWith('xl/comments'))) text += `${runs(read(name))}\n`;
  return text;
}

function cellText(about: string, cell: string, shared: readonly string[]): string {
  const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1] ?? '';
  if (/\bt="s"/.test(about)) return shared[Number(value)] ?? '';
  return cell.includes('<is>') ? runs(cell) : plain(value);
}

const runs = (xml: string): string => [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, held = '']) => plain(held)).join('');

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and numbered ones. Those that a file declares for itself are not looked at, so they cannot explode. */
const plain = (xml: string): string => xml.replaceAll(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (all, name?: string, decimal?: string, hex?: string) => {
  if (name !== undefined) return named[name.toLowerCase()] ?? all;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : all;
});
