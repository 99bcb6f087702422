import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createOCREngine, layoutFlags, type OCREngine } from 'tesseract-wasm';
import type { Pixels } from '../../../preview/render/pixels.ts';

/** What came of reading a picture once. */
export interface Reading {
  readonly text: string;
  readonly words: number;
  /** How sure it is of its words, from 0 to 1, on average. */
  readonly sure: number;
}

const fileOf = (name: string, base: string): Buffer => readFileSync(new URL(name, import.meta.resolve(base)));
/** Of a word that is kept. */
const leastSure = 0.5;

/** Reads pictures, with one language's model at a time: each takes a hundred megabytes. */
export class Reader {
  #model = '';
  #engine: OCREngine | undefined;

  async read(picture: Pixels, model: string): Promise<Reading> {
    const engine = await this.#with(model);
    engine.loadImage(picture);
    const items = engine.getTextBoxes('word');
    engine.clearImage();
    const kept = items.filter(({ confidence }) => confidence >= leastSure);
    const text = kept.map((item) => item.text + (item.flags & layoutFlags.EndOfLine ? '\n' : ' ')).join('');
    return { text: whole(text), words: kept.length, sure: items.length === 0 ? 0 : items.reduce((sum, { confidence }) => sum + confidence, 0) / items.length };
  }

  async #with(model: string): Promise<OCREngine> {
    if (this.#engine && this.#model === model) return this.#engine;
    this.#engine?.destroy();
    const engine = await createOCREngine({ wasmBinary: fileOf('tesseract-core.wasm', 'tesseract-wasm') });
    engine.loadModel(gunzipSync(fileOf(`4.0.0_best_int/${model}.traineddata.gz`, `@tesseract.js-data/${model}`)));
    [this.#model, this.#engine] = [model, engine];
    return engine;
  }
}

/** Words that were broken at the end of a line are whole again. */
const whole = (text: string): string => text.replaceAll(/(?<=\p{L})[-\u00ad\u2010]\n(?=\p{Ll})/gu, '');
