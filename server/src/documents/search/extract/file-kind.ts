import { pictureKind } from '../../preview/render/picture-kind.ts';

export type FileKind = 'pdf' | 'office' | 'picture' | 'text';

/** By the marks of the content; undefined for what no text is read from. */
export function fileKind(start: Uint8Array, isText: boolean): FileKind | undefined {
  const drawn = pictureKind(start);
  if (drawn !== undefined) return drawn === 'pdf' ? 'pdf' : 'picture';
  if (start[0] === 0x50 && start[1] === 0x4b) return 'office';
  return isText ? 'text' : undefined;
}
