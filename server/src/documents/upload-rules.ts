import { uploadStep } from '@portico/contract/documents/kinds.ts';

/** Somebody may have so many uploads under way. */
export const mostUploads = 20;
export const uploadLife = 3 * 86_400_000;
/** Room that files never take: the database needs it to go on. */
export const spareBytes = 200 * 1024 ** 2;

/** How many bytes of what is there can be kept: whole pieces, and the last one. */
export function keepable(size: number, received: number, held: number): number {
  if (received + held >= size) return size - received;
  return held - (held % uploadStep);
}

/** `Upload-Offset: 65536`; undefined when it is missing or no number. */
export function readOffset(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
