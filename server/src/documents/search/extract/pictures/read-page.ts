import type { Pixels } from '../../../preview/render/pixels.ts';
import { flattened, isBlank, turned } from './flatten.ts';
import { isLatin } from './models.ts';
import type { Reader, Reading } from './reader.ts';

/** Nothing is to be gained by another try; it is text at all. */
const [surely, atAll] = [0.93, 0.65];
const fewWords = 5;

export interface ReadPage extends Reading {
  readonly model: string;
}

/**
 * The words of a picture in whatever of these languages it is, best guess first: how sure the reader is shows whether it
 * was the right one. What says nothing may be lit so unevenly that flattening has hurt, written in other letters, or lie on its side.
 */
export async function readPage(reader: Reader, picture: Pixels, models: readonly string[], mayGoOn: () => boolean): Promise<ReadPage | undefined> {
  const [first = ''] = models;
  const flat = flattened(picture);
  if (isBlank(flat)) return undefined;
  let best: ReadPage | undefined;
  const isDone = (): boolean => !mayGoOn() || (best !== undefined && best.sure >= surely && best.words >= fewWords);
  const look = async (pixels: Pixels, model: string): Promise<void> => {
    if (isDone()) return;
    const found = { ...await reader.read(pixels, model), model };
    if (weight(found) > (best ? weight(best) : 0)) best = found;
  };
  await look(flat, first);
  if (best && best.sure >= atAll && best.words >= fewWords) {
    for (const model of models) if (model !== first && isLatin(model) === isLatin(first)) await look(flat, model);
    return best;
  }
  await look(picture, first);
  for (const model of models) if (isLatin(model) !== isLatin(first)) await look(flat, model);
  const isText = (): boolean => best !== undefined && best.sure >= atAll && best.words >= fewWords;
  const candidates = new Set([first, best?.model ?? first]);
  for (const side of [turned(flat), turned(turned(turned(flat)))]) for (const model of candidates) if (!isText()) await look(side, model);
  return best && best.sure >= atAll && best.words > 1 ? best : undefined;
}

/** Many words that are sure; a few, however sure, are found in every pattern. */
const weight = ({ sure, words }: Reading): number => sure ** 3 * Math.log2(words + 1);
