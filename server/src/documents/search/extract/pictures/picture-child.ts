import type { PDFiumDocument } from '@hyzyla/pdfium';
import { decode } from '../../../preview/render/codecs.ts';
import { pictureKind } from '../../../preview/render/picture-kind.ts';
import { scaleTo, type Pixels } from '../../../preview/render/pixels.ts';
import { asWritten, hasWords, openPdf } from '../pdf-text.ts';
import { saidOf, type Said } from '../said.ts';
import { Unreadable } from '../unreadable.ts';
import { shrunk } from './flatten.ts';
import { inOrder } from './models.ts';
import { pictureLimits } from './picture-limits.ts';
import { readPage } from './read-page.ts';
import { Reader } from './reader.ts';

/** The whole of the child process: a picture or a PDF of pictures comes in, its words go out as one line of JSON. */
const [, , lang = '', installed = ''] = process.argv;
let models = inOrder(installed.split(','), lang);
const reader = new Reader();
const mayGoOn = (): boolean => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000 < pictureLimits.readingSeconds;
};

async function textIn(picture: Pixels): Promise<string> {
  const read = await readPage(reader, picture, models, mayGoOn);
  // What comes next is likely of the same language.
  if (read) models = [read.model, ...models.filter((model) => model !== read.model)];
  return read?.text ?? '';
}

/** No larger than it must be: a telephone takes pictures of fifty megabytes, which are gone when they are read. */
async function photograph(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  const kind = pictureKind(bytes);
  if (kind === undefined || kind === 'pdf') throw new Unreadable('unknown_kind');
  const picture = await decode(kind, bytes);
  const scale = Math.min(1, pictureLimits.side / Math.max(picture.width, picture.height));
  return scale === 1 ? picture : shrunk(picture, scale);
}

/** Page after page: its text, or what its picture says. */
async function scanned(pdf: PDFiumDocument): Promise<Said> {
  const texts: string[] = [];
  let pictures = 0;
  let isWhole = true;
  for (let index = 0; index < pdf.getPageCount(); index += 1) {
    const page = pdf.getPage(index);
    const text = asWritten(page.getText());
    if (hasWords(text)) {
      texts.push(text);
      continue;
    }
    if ((pictures += 1) > pictureLimits.pages || !mayGoOn()) {
      isWhole = false;
      continue;
    }
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    const scale = Math.min(scaleTo({ width, height }, pictureLimits.side, pictureLimits.side ** 2), pictureLimits.side / height, pictureLimits.dotsPerInch / 72);
    const { data, ...size } = await page.render({ scale, render: 'bitmap' });
    texts.push(await textIn({ width: size.width, height: size.height, data: new Uint8ClampedArray(data) }));
  }
  const said = saidOf(texts.join('\n'));
  return 'text' in said ? { ...said, isWhole: said.isWhole && isWhole } : said;
}

async function run(): Promise<Said> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return pictureKind(bytes) === 'pdf' ? scanned(await openPdf(bytes)) : saidOf(await textIn(await photograph(bytes)));
}

// There is nothing to be fetched, and nothing to be said but the words.
Object.assign(globalThis, { fetch: undefined, WebSocket: undefined, EventSource: undefined });
Object.assign(console, { log: () => undefined, info: () => undefined });
const said = await run().catch((error: unknown): Said => ({ why: error instanceof Unreadable ? error.why : error instanceof RangeError ? 'too_costly' : 'damaged' }));
process.stdout.write(JSON.stringify(said));
