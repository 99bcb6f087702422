/** Where sealed files are for good. They are opaque here: keys and meaning are elsewhere. */
export interface FileStore {
  readonly name: 'disk' | 's3';
  /** Takes a finished incoming file. When it resolves, the file survives everything; doing it twice is the same as once. */
  keep(name: string, from: { readonly path: string; readonly size: number }): Promise<void>;
  /** Bytes `from` until `to`. Throws `MissingFile`. */
  read(name: string, from: number, to: number): AsyncIterable<Uint8Array>;
  /** Gone is fine. */
  remove(name: string): Promise<void>;
  /** Removes what an earlier process left unfinished. */
  sweep(now: number): Promise<void>;
}

export class MissingFile extends Error {
  override readonly name = 'MissingFile';
}

/** Only names that we made: they become paths. */
export function assertFileName(name: string): void {
  if (!/^[0-9a-f]{32}$/.test(name)) throw new Error('not the name of a kept file');
}
