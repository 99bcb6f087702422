import { cellFormat, shownCell, type CellFormat } from './cell-format.ts';
import { limits } from './limits.ts';
import { attribute, plain } from './xml-text.ts';

interface Book {
  readonly shared: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly (CellFormat | undefined)[];
  readonly startsIn1904: boolean;
}

/** The sheets' names, then their cells as they are shown, a line for each row, then what is noted beside them. */
export function excelText(names: readonly string[], read: (name: string) => string): string {
  const workbook = read('xl/workbook.xml');
  const book: Book = {
    shared: names.includes('xl/sharedStrings.xml') ? [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, held = '']) => runs(held)) : [],
    formats: names.includes('xl/styles.xml') ? formatsIn(read('xl/styles.xml')) : [], startsIn1904: /<workbookPr\s[^>]*date1904="(?:1|true)"/.test(workbook),
  };
  const titles = [...workbook.matchAll(/<sheet\s[^>]*?name="([^"]*)"/g)].map(([, title = '']) => plain(title));
  let text = `${titles.join('\n')}\n`;
  for (const name of names.filter((one) => one.startsWith('xl/worksheets/'))) {
    for (const [, row = ''] of read(name).matchAll(/<row(?:\s[^>]*)?>(.*?)<\/row>/gs)) {
      if (text.length > limits.textChars) return text;
      text += `${[...row.matchAll(/<c(\s[^>]*?)?(?:\/>|>(.*?)<\/c>)/gs)].map(([, about = '', cell = '']) => cellText(about, cell, book)).join('\t')}\n`;
    }
  }
  for (const name of names.filter((one) => one.startsWith('xl/comments'))) text += `${runs(read(name))}\n`;
  return text;
}

function formatsIn(styles: string): (CellFormat | undefined)[] {
  const own = new Map([...styles.matchAll(/<numFmt\s[^>]*>/g)].map(([tag]) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]));
  const cells = /<cellXfs[\s>].*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  return [...cells.matchAll(/<xf\s[^>]*>/g)].map(([tag]) => {
    const number = attribute(tag, 'numFmtId') ?? '0';
    return cellFormat(Number(number), own.get(number));
  });
}

function cellText(about: string, cell: string, { shared, formats, startsIn1904 }: Book): string {
  const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1] ?? '';
  const kind = attribute(about, 't') ?? 'n';
  if (kind === 's') return shared[Number(value)] ?? '';
  if (cell.includes('<is>')) return runs(cell);
  const format = kind === 'n' && value !== '' ? formats[Number(attribute(about, 's') ?? '-1')] : undefined;
  const number = Number(value);
  return format && Number.isFinite(number) ? shownCell(number, format, startsIn1904) : plain(value);
}

const runs = (xml: string): string => [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, held = '']) => plain(held)).join('');
