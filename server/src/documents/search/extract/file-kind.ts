export type FileKind = 'pdf' | 'office' | 'text';

/** So much of the beginning says what kind it is. */
export const lookedAt = 1024;

/** By the marks of the content; undefined for what no text is read from. */
export function fileKind(start: Uint8Array, isText: boolean): FileKind | undefined {
  if (Buffer.from(start.buffer, start.byteOffset, Math.min(lookedAt, start.length)).includes('%PDF-', 0, 'latin1')) return 'pdf';
  if (start[0] === 0x50 && start[1] === 0x4b) return 'office';
  return isText ? 'text' : undefined;
}
