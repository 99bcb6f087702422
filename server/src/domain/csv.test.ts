import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountCell, csvLine, csvStream, scaledCell } from './csv.ts';

describe('a CSV record', () => {
  it('comes back as it went in, for any reader of RFC 4180', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text)), { minLength: 2, maxLength: 5 }), (cells) => {
      expect(parse(csvLine(cells), { relax_column_count: true })).toEqual([cells]);
    }));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x.example","y")', '-2+3"\n'])('never runs %j as a formula', (typed) => {
    const [[cell] = []] = parse(csvLine([typed, 'x'])) as string[][];
    expect(cell).toBe(`'${typed}`);
  });

  it('writes figures as figures, with the decimals of their currency', () => {
    expect(csvLine([amountCell(-1250, 'EUR'), amountCell(5, 'ZAR'), amountCell(-5, 'KWD'), amountCell(1250, 'JPY'), scaledCell(1500, 3), scaledCell(190_000, 4), scaledCell(2000, 3), null])).toBe('-12.50,0.05,-0.005,1250,1.5,19,2,\r\n');
  });
});

it('a stream begins with a byte order mark', async () => {
  async function* lines(): AsyncGenerator<string> { yield csvLine(['Müller', '東京']); }
  const bytes = new Uint8Array(await new Response(csvStream(lines())).arrayBuffer());
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  expect(new TextDecoder().decode(bytes)).toBe('Müller,東京\r\n');
});
