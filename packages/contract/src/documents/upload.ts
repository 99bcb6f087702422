import { z } from 'zod';
import { Id, Instant, Line } from '../primitives.ts';
import { Category, VersionNote } from './document.ts';

/** A name as a browser tells it: cleaned, not refused. */
const FileName = z.string().min(1, 'Give the file a name.').max(1000, 'Keep the name under 1000 characters.');

const Begin = {
  name: FileName,
  size: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  note: VersionNote.default(''),
};

/** What is going to come: a new document, or with `documentId` a new version of one. */
export const StartUploadInput = z.strictObject({ ...Begin, category: Category.default('correspondence'), projectId: Id.optional(), documentId: Id.optional(), title: Line(200).optional(),
  /** What it answers: then it is filed where that belongs. */
  requestId: Id.optional() });
export type StartUploadInput = z.infer<typeof StartUploadInput>;

export const ConsoleStartUploadInput = StartUploadInput.extend({ clientId: Id.optional() });
export type ConsoleStartUploadInput = z.infer<typeof ConsoleStartUploadInput>;

/**
 * An upload under way. Its bytes go to `PATCH …/uploads/{id}` as `application/partial-upload` with `Upload-Offset`;
 * HEAD (or GET) tells where to go on (draft-ietf-httpbis-resumable-upload).
 */
export const Upload = z.object({ id: Id, name: z.string(), size: z.int(), offset: z.int(), documentId: Id.nullable(), expiresAt: Instant }).meta({ id: 'Upload' });
export type Upload = z.infer<typeof Upload>;

export const UploadList = z.object({ items: z.array(Upload) }).meta({ id: 'UploadList' });

/** With the SHA-256 of what was sent, in hex, where the page can know it. */
export const CompleteUploadInput = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Use 64 hexadecimal digits in lower case.').optional() });
export type CompleteUploadInput = z.infer<typeof CompleteUploadInput>;
