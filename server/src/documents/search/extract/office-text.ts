import { unzipSync } from 'fflate';
import { excelText } from './excel-text.ts';
import { limits } from './limits.ts';
import { openDocumentText } from './open-document-text.ts';
import { Unreadable } from './unreadable.ts';
import { plain } from './xml-text.ts';

const wanted = /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|xl\/(?:workbook|sharedStrings|styles|worksheets\/[^/]+|comments\d*)\.xml|content\.xml)$/;

/**
 * The text of a Word, Excel or OpenDocument file. Only the parts that hold text are unfolded, and only when what the folder says about
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
  if (names.includes('content.xml')) return openDocumentText(read('content.xml'));
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
