import { decode, encode, pdfium } from './codecs.ts';
import { limits } from './limits.ts';
import { pictureKind } from './picture-kind.ts';
import { scaleTo, shrink, type Pixels } from './pixels.ts';
import type { ListedPages, Problem } from './render.ts';

/**
 * The whole of the child process: a file comes in; pages go out as a line of JSON, a picture as WebP. It is started
 * with limits and killed beyond them.
 */
const inchPixels = 96 / 72;

async function whole(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

async function listPages(bytes: Uint8Array<ArrayBuffer>): Promise<ListedPages> {
  const kind = pictureKind(bytes);
  if (kind === undefined) throw new Error('unknown kind');
  if (kind !== 'pdf') {
    const { width, height } = await decode(kind, bytes);
    return { kind: 'picture', pageCount: 1, pages: [{ number: 1, width, height, text: '' }] };
  }
  const document = await (await pdfium()).loadDocument(bytes);
  const pageCount = document.getPageCount();
  const pages: ListedPages['pages'][number][] = [];
  let left: number = limits.textChars;
  for (let index = 0; index < Math.min(pageCount, limits.pages); index += 1) {
    const page = document.getPage(index);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const text = left > 0 ? page.getText().slice(0, Math.min(left, limits.pageChars)).toWellFormed().replaceAll('\0', ' ') : '';
    left -= text.length;
    pages.push({ number: index + 1, width: Math.max(1, Math.round(originalWidth * inchPixels)), height: Math.max(1, Math.round(originalHeight * inchPixels)), text });
  }
  return { kind: 'pages', pageCount, pages };
}

async function drawPage(bytes: Uint8Array<ArrayBuffer>, number: number, width: number): Promise<Uint8Array> {
  const kind = pictureKind(bytes);
  if (kind === undefined) throw new Error('unknown kind');
  if (kind !== 'pdf') {
    const picture = await decode(kind, bytes);
    const scale = Math.min(1, scaleTo(picture, width, limits.pixels));
    return encode(scale === 1 ? picture : shrink(picture, Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))));
  }
  const document = await (await pdfium()).loadDocument(bytes);
  if (number > document.getPageCount()) throw new Error('no such page');
  document.initializeFormFields();
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const { data, ...size } = await page.render({ scale: scaleTo({ width: originalWidth, height: originalHeight }, width, limits.pixels), render: 'bitmap', renderFormFields: true });
  return encode({ width: size.width, height: size.height, data: new Uint8ClampedArray(data) } satisfies Pixels);
}

const problemOf = (error: unknown): Problem => ({ why: error instanceof Error && /password/i.test(error.message) ? 'locked' : error instanceof RangeError ? 'too_costly' : 'damaged' });

// There is nothing to be fetched.
Object.assign(globalThis, { fetch: undefined, WebSocket: undefined, EventSource: undefined });
const [, , what, number, width] = process.argv;
const bytes = await whole();
const said = await (what === 'pages' ? listPages(bytes) : drawPage(bytes, Number(number), Number(width))).catch(problemOf);
process.stdout.write(said instanceof Uint8Array ? said : JSON.stringify(said));
