/** What a look for viruses answered. Anything but an answer is an error: then nothing is known, and the file stays locked. */
export type ScanResult = { readonly clean: true } | { readonly clean: false; readonly found: string };

/** Looks for viruses. */
export interface Scanner {
  readonly name: 'none' | 'clamd';
  scan(content: AsyncIterable<Uint8Array>): Promise<ScanResult>;
}

/** Nobody looks: what was chosen by leaving PORTICO_CLAMD out, and said so in the console. */
export const noScanner: Scanner = { name: 'none', scan: async () => ({ clean: true }) };
