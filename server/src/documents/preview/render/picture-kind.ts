export type PictureKind = 'pdf' | 'jpeg' | 'png' | 'webp';

const lookedAt = 1024;

/** By the marks of the content; undefined for what no picture is made of. */
export function pictureKind(start: Uint8Array): PictureKind | undefined {
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(lookedAt, start.length));
  if (bytes.includes('%PDF-', 0, 'latin1')) return 'pdf';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png';
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' ? 'webp' : undefined;
}
