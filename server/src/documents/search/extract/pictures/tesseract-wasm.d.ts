/** What we use of it; its own types are not where its package says. */
declare module 'tesseract-wasm' {
  export interface TextItem { readonly flags: number; readonly confidence: number; readonly text: string }
  export interface OCREngine {
    loadModel(model: Uint8Array): void;
    loadImage(picture: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }): void;
    clearImage(): void;
    getTextBoxes(unit: 'word'): TextItem[];
    destroy(): void;
  }
  export const layoutFlags: { readonly EndOfLine: number };
  export function createOCREngine(options: { readonly wasmBinary: Uint8Array }): Promise<OCREngine>;
}
