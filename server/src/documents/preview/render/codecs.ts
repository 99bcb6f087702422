import { readFileSync } from 'node:fs';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import { defaultOptions } from '@jsquash/webp/meta.js';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { PictureKind } from './picture-kind.ts';
import type { Pixels } from './pixels.ts';

/**
 * All of it is WebAssembly: memory that a broken file overwrites is its own, and it knows no file and no network.
 * The libraries were made for browsers and would fetch their code; here it is read from the package.
 */
const codeOf = (name: string): Buffer<ArrayBuffer> => readFileSync(new URL(import.meta.resolve(name))) as Buffer<ArrayBuffer>;

interface Instance { readonly exports: object }
/** Node has it; its types leave it to those of browsers. */
const wasm = (globalThis as unknown as { readonly WebAssembly: { compile(code: Uint8Array): Promise<object>; readonly Instance: new (module: object, imports: object) => Instance } }).WebAssembly;
const compiled = (name: string): Promise<never> => wasm.compile(codeOf(name)) as Promise<never>;

Object.assign(globalThis, {
  ImageData: class {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
    constructor(data: Uint8ClampedArray, width: number, height: number) {
      this.data = data;
      this.width = width;
      this.height = height;
    }
  },
});

interface WebpEncoder { encode(data: Uint8ClampedArray, width: number, height: number, options: object): Uint8Array | null }
interface WebpDecoder { decode(data: Uint8Array): Pixels | null }
type Factory<Module> = (options: object) => Promise<Module>;

/** Its own way in asks a package that the child cannot see whether there is SIMD: there is. */
async function webp<Module>(name: string): Promise<Module> {
  const [{ default: factory }, module] = [await import(`@jsquash/webp/codec/${name}.js`) as { default: Factory<Module> }, await compiled(`@jsquash/webp/codec/${name}.wasm`)];
  return factory({
    noInitialRun: true,
    instantiateWasm: (imports: object, done: (instance: Instance) => void) => {
      const instance = new wasm.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
}

export const pdfium = (): Promise<PDFiumLibrary> => PDFiumLibrary.init({ wasmBinary: new Uint8Array(codeOf('@hyzyla/pdfium/pdfium.wasm')).buffer });

/** Upright, whatever way the camera was held; nothing but the picture comes through. */
export async function decode(kind: Exclude<PictureKind, 'pdf'>, bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  if (kind === 'jpeg') {
    await initJpeg(await compiled('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
    return await decodeJpeg(bytes.buffer, { preserveOrientation: true }) as Pixels;
  }
  if (kind === 'png') {
    await initPng(await compiled('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
    return await decodePng(bytes.buffer) as Pixels;
  }
  const picture = (await webp<WebpDecoder>('dec/webp_dec')).decode(bytes);
  if (!picture) throw new Error('not a WebP picture');
  return picture;
}

export async function encode({ data, width, height }: Pixels): Promise<Uint8Array> {
  const bytes = (await webp<WebpEncoder>('enc/webp_enc_simd')).encode(data, width, height, { ...defaultOptions, quality: 80, method: 2 });
  if (!bytes) throw new Error('the picture was not encoded');
  return bytes;
}
