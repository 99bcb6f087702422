import { decimalOf, exponentOf } from './money.ts';

/** A figure of ours, written as it is; anything else is text that somebody typed. */
export interface Figure {
  readonly figure: string;
}
export type Cell = string | Figure | null;

/** `-12.50`: minor units as spreadsheets read them, in every country with a point. */
export const amountCell = (minor: number, currency: string): Figure => ({ figure: decimalOf(minor, exponentOf(currency)) });

/** 1.5 from 1500 thousandths. */
export const scaledCell = (value: number, digits: number): Figure => ({ figure: decimalOf(value, digits).replace(/\.?0+$/, '') });

/** Excel takes a file for UTF-8 when it begins so. */
export const csvStart = '\uFEFF';

/** One record of RFC 4180. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

/** What a spreadsheet would run as a formula: a typed name must not become one. */
const startsFormula = /^[=+\-@\t\r]/;

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.figure;
  const text = startsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text as it becomes known, so that a large file never stands in memory. */
export function csvStream(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield encoder.encode(csvStart);
    for await (const line of lines) yield encoder.encode(line);
  }
  return ReadableStream.from(bytes()) as ReadableStream<Uint8Array>;
}
