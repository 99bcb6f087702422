import { fileTypeFromBuffer } from 'file-type';
import type { Detected } from './type-rules.ts';

/** So much of the beginning is looked at: what a format says about itself stands there. */
export const lookedAt = 262_144;

/** What the content is by its own marks; undefined for text and for what nobody knows. */
export async function detectType(start: Uint8Array): Promise<Detected | undefined> {
  // A packed folder that lies about its insides may make the look fail: then it is a packed folder.
  const found = await fileTypeFromBuffer(start).catch(() => undefined);
  if (found) return { extension: found.ext, mediaType: found.mime };
  return start[0] === 0x50 && start[1] === 0x4b ? { extension: 'zip', mediaType: 'application/zip' } : undefined;
}
