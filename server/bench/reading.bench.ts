import { encode, pdfium } from '../src/documents/preview/render/codecs.ts';
import { drawPage } from '../src/documents/preview/render/render.ts';
import { extract } from '../src/documents/search/extract/extract.ts';
import { drawPaper } from '../src/cli/draw-paper.ts';
import { summed, type BenchRow } from './bench-row.ts';

const rounds = 5;
const paragraphs = 900;
const sentence = 'The heron crosses the estuary before dawn, and whoever walks the dunes at low tide may see it stand among the reeds until the light comes.';

/** Reading and drawing in a child process with its limits, against the same library called bare in this one, which has it loaded already. */
export async function bench(): Promise<readonly BenchRow[]> {
  const pdf = new Uint8Array(await drawPaper({ title: 'A long report', paragraphs: Array.from({ length: paragraphs }, (_, at) => `${at + 1}. ${sentence}`) }));
  const content = async function* content(): AsyncGenerator<Uint8Array> { yield pdf; };
  const library = await pdfium();
  const pages = (await library.loadDocument(pdf)).getPageCount();
  const [read, drawn]: [number[], number[]] = [[], []];
  const last = { read: 0, drawn: 0 };
  for (let round = -1; round < rounds; round += 1) {
    const ours = await timed(async () => {
      const said = await extract(content, false);
      if (!('text' in said)) throw new Error(said.why);
    });
    const bare = await timed(async () => {
      const document = await library.loadDocument(pdf);
      for (let page = 0; page < pages; page += 1) document.getPage(page).getText();
      document.destroy();
    });
    const oursDrawn = await timed(async () => {
      if (!Buffer.isBuffer(await drawPage(content, 1, 960))) throw new Error('not drawn');
    });
    const bareDrawn = await timed(async () => {
      const document = await library.loadDocument(pdf);
      const { data, width, height } = await document.getPage(0).render({ scale: 960 / document.getPage(0).getOriginalSize().originalWidth, render: 'bitmap' });
      await encode({ width, height, data: new Uint8ClampedArray(data) });
      document.destroy();
    });
    // The first round only warms up.
    if (round < 0) continue;
    read.push(bare / ours);
    drawn.push(bareDrawn / oursDrawn);
    [last.read, last.drawn] = [ours, oursDrawn];
  }
  return [
    { name: `reading a PDF of ${pages} pages: rate, against the bare library`, ...summed(read), note: `${Math.round(pages / (last.read / 1000))} pages a second` },
    { name: 'drawing one page: rate, against the bare library', ...summed(drawn), note: `${Math.round(last.drawn)} ms a page` },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
