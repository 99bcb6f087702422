import { limits } from './limits.ts';
import { attribute, plain } from './xml-text.ts';

/** The text of an OpenDocument (Writer, Calc, Impress): what stands in paragraphs, cells as they are shown, and the names of sheets. */
export function openDocumentText(xml: string): string {
  let [text, depth] = ['', 0];
  for (const [, held, end, name = '', about = ''] of xml.matchAll(/([^<]+)|<(\/)?([\w:-]+)((?:\s[^<>]*)?)>/g)) {
    if (held !== undefined) {
      if (depth > 0) text += plain(held).replaceAll(/\s+/g, ' ');
    } else if (name === 'text:p' || name === 'text:h') {
      if (about.endsWith('/')) continue;
      depth += end ? -1 : 1;
      if (end) text += '\n';
    } else if (name === 'text:tab' || (name === 'table:table-cell' && end)) text += '\t';
    else if (name === 'text:s') text += ' ';
    else if (name === 'text:line-break') text += '\n';
    else if (name === 'table:table' && !end) text += `${attribute(about, 'table:name') ?? ''}\n`;
    if (text.length > limits.textChars) break;
  }
  return text;
}
