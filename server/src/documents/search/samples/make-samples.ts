/**
 * Made the files of `files/` once, on Debian 12, by the programs that people make documents with; no test runs it.
 * Needs Chromium, and `apt-get install libreoffice-writer libreoffice-calc tesseract-ocr tesseract-ocr-ara tesseract-ocr-deu
 * tesseract-ocr-fra tesseract-ocr-jpn poppler-utils fonts-ipafont-gothic fonts-hosny-amiri fonts-noto-core`. `node make-samples.ts FOLDER`.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Paper } from '../../../effects/pdf/paper.ts';
import { samples, type Sample } from './sample-texts.ts';

const folder = process.argv[2] ?? 'files';
const work = mkdtempSync(join(tmpdir(), 'samples-'));
const run = (program: string, ...words: string[]): unknown => execFileSync(program, words, { cwd: work, stdio: 'pipe' });
const keep = (made: string, name: string): void => copyFileSync(join(work, made), join(folder, name));
const fonts: Readonly<Record<string, string>> = { ar: "'Noto Naskh Arabic'", ja: 'IPAGothic' };
const fontOf = (lang: string): string => fonts[lang] ?? "'DejaVu Serif'";

/** A narrow column, so that words are broken at the end of lines. */
const page = ({ lang, title, text }: Sample, css = ''): string =>
  `<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${title}</title><style>body { font: 12pt ${fontOf(lang)}; width: 7cm; ${css} }</style></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

const office = (from: string, to: string): unknown => run('soffice', '--headless', '--convert-to', to, from);

/** An OpenDocument text of the same column, as somebody would have typed it. */
const typed = ({ lang, title, text }: Sample): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="11cm" fo:page-height="18cm" fo:margin="2cm"/></style:page-layout>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties style:writing-mode="${lang === 'ar' ? 'rl-tb' : 'lr-tb'}"/><style:text-properties style:font-name="${fontOf(lang).replaceAll("'", '')}" style:font-name-asian="IPAGothic" style:font-name-complex="Noto Naskh Arabic"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text><text:h text:outline-level="1">${title}</text:h><text:p text:style-name="P">${text.replace(' ', '<text:s/>')}</text:p></office:text></office:body></office:document>`;

/** Numbers and dates as people format them. */
const sheet = ({ title, text }: Sample): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:date-style style:name="N2"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
<number:time-style style:name="N3"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<number:percentage-style style:name="N4"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:date-style style:name="N5"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
${[1, 2, 3, 4, 5].map((n) => `<style:style style:name="C${n}" style:family="table-cell" style:data-style-name="N${n}"/>`).join('')}
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="${title.slice(0, 30)}">
<table:table-row><table:table-cell office:value-type="string"><text:p>${title}</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:style-name="C1" office:value-type="float" office:value="1284.5"/><table:table-cell table:style-name="C2" office:value-type="date" office:date-value="2026-11-30"/><table:table-cell table:style-name="C3" office:value-type="time" office:time-value="PT14H05M00S"/>
<table:table-cell table:style-name="C4" office:value-type="percentage" office:value="0.125"/><table:table-cell table:style-name="C5" office:value-type="date" office:date-value="2026-12-24"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>`;

async function paper({ lang, title, text }: Sample): Promise<Buffer> {
  const drawn = new Paper({ title, author: 'Portico', lang, direction: 'ltr', madeAt: new Date('2026-11-26T12:00:00Z') });
  drawn.text(title, { x: 60, y: 60, width: 300, size: 16, weight: 600 });
  drawn.text(text.replaceAll('\u00ad', ''), { x: 60, y: 100, width: 200, size: 10 });
  return drawn.finish();
}

/** A picture on a page and nothing else, as a scanner sends it. */
function pictured(jpeg: Buffer): Buffer {
  // Its frame says how large it is.
  const frame = jpeg.indexOf(Buffer.from('ffc0', 'hex'));
  const [width, height] = [jpeg.readUInt16BE(frame + 7), jpeg.readUInt16BE(frame + 5)];
  const drawing = 'q 298 0 0 420 0 0 cm /I Do Q';
  const parts: Buffer[] = [];
  const starts: number[] = [];
  const add = (text: string | Buffer): unknown => parts.push(Buffer.from(text as string));
  const object = (text: string): void => {
    starts.push(Buffer.concat(parts).length);
    add(`${starts.length} 0 obj\n${text}`);
  };
  add('%PDF-1.4\n');
  object('<</Type/Catalog/Pages 2 0 R>>\nendobj\n');
  object('<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n');
  object('<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>\nendobj\n');
  object(`<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${jpeg[frame + 9] === 1 ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>\nstream\n`);
  parts.push(jpeg);
  add('\nendstream\nendobj\n');
  object(`<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream\nendobj\n`);
  const end = Buffer.concat(parts).length;
  add(`xref\n0 6\n0000000000 65535 f \n${starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${end}\n%%EOF\n`);
  return Buffer.concat(parts);
}

const readers: Readonly<Record<string, string>> = { ar: 'ara', de: 'deu', fr: 'fra', ja: 'jpn' };

for (const sample of samples) {
  const { lang } = sample;
  writeFileSync(join(work, 'a.fodt'), typed(sample));
  writeFileSync(join(work, 'a.fods'), sheet(sample));
  writeFileSync(join(work, 'a.html'), page(sample));
  for (const [from, to] of [['a.fodt', 'pdf'], ['a.fodt', 'docx'], ['a.fodt', 'odt'], ['a.fods', 'xlsx'], ['a.fods', 'ods']] as const) {
    office(from, to);
    keep(`a.${to}`, `${lang}.libreoffice.${to}`);
  }
  run('chromium', '--headless', '--no-sandbox', '--no-pdf-header-footer', '--print-to-pdf=a.pdf', 'a.html');
  keep('a.pdf', `${lang}.chromium.pdf`);
  // Fonts put Arabic together from parts, and what a reader gets of our own papers is the parts.
  if (lang !== 'ar') writeFileSync(join(folder, `${lang}.portico.pdf`), await paper(sample));
  // What a scanner sees: A6 at 200 dpi, in grey.
  writeFileSync(join(work, 'scan.html'), page(sample, 'margin: 0.6cm;').replace('<style>', '<style>@page { size: 105mm 148mm; margin: 0; }'));
  run('chromium', '--headless', '--no-sandbox', '--no-pdf-header-footer', '--print-to-pdf=scan.pdf', 'scan.html');
  run('pdftoppm', '-r', '200', '-gray', '-singlefile', '-jpeg', '-jpegopt', 'quality=40', 'scan.pdf', 'scan');
  run('tesseract', 'scan.jpg', 'read', '-l', readers[lang] ?? 'eng', '--dpi', '200', 'pdf');
  keep('read.pdf', `${lang}.scanner-that-reads.pdf`);
  writeFileSync(join(folder, `${lang}.scanner.pdf`), pictured(readFileSync(join(work, 'scan.jpg'))));
}
