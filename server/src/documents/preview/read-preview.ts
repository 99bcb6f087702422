import type { Preview, PictureQuery } from '@portico/contract/documents/preview.ts';
import type { Deps } from '../../deps.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import { readPaperOf, type IssuedPaper } from '../../invoices/public.ts';
import { DamagedFile } from '../../effects/files/file-cipher.ts';
import { MissingFile } from '../../effects/files/file-store.ts';
import { KeyUnavailable } from '../client-keys.ts';
import { findVersion, type VersionRow } from '../document-store.ts';
import { noteOpened, notePaperOpened } from '../note-opened.ts';
import { refusedContent } from '../open-file.ts';
import { findForStaff, findOwn } from '../read-document.ts';
import { contentOf } from '../stored-content.ts';
import { checkOpens } from '../version-rules.ts';
import { previewMemoryOf } from './preview-memory.ts';
import { limits } from './render/limits.ts';
import { pictureKind } from './render/picture-kind.ts';
import { drawPage, listPages, type ListedPages, type Problem } from './render/render.ts';

/** What is looked at: its content, and whether there are pictures of it. */
interface Seen {
  readonly id: string;
  readonly version: number;
  readonly isDrawn: boolean;
  content(): AsyncIterable<Uint8Array>;
  /** Writes down that somebody has looked. */
  note(): Promise<void>;
}

/** The pages of a version, with their words. Looking is enough: a preview is how to see what one may not take away. */
export async function readPreview(deps: Deps, scope: Scope, id: string, wanted: number | undefined): Promise<Preview> {
  const seen = await find(deps, scope, id, wanted);
  if (!seen.isDrawn) return { version: seen.version, kind: 'none', pageCount: 0, pages: [] };
  return { version: seen.version, ...await readPages(deps, seen) };
}

/** A picture of one page. The first one counts as opening the document. */
export async function readPicture(deps: Deps, scope: Scope, id: string, number: number, { version, width }: PictureQuery): Promise<Buffer> {
  const seen = await find(deps, scope, id, version);
  if (!seen.isDrawn || number > (await readPages(deps, seen)).pages.length) throw notFound();
  const memory = previewMemoryOf(deps);
  const key = `${seen.id} ${number} ${width}`;
  const picture = memory.picture(key) ?? orRefuse(await opened(deps, seen, () => drawPage(() => seen.content(), number, width)));
  memory.keepPicture(key, picture);
  if (number === 1) await seen.note();
  return picture;
}

async function readPages(deps: Deps, seen: Seen): Promise<ListedPages> {
  const memory = previewMemoryOf(deps);
  const known = memory.pages(seen.id) ?? orRefuse(await opened(deps, seen, () => listPages(() => seen.content())));
  memory.keepPages(seen.id, known);
  return known;
}

async function find(deps: Deps, scope: Scope, id: string, wanted: number | undefined): Promise<Seen> {
  const found = await deps.store.read(async (db) => {
    const { document, paper } = await (scope.role === 'client' ? findOwn : findForStaff)(db, scope, id);
    if (paper) return { paper };
    const version = await findVersion(db, scope, document.id, wanted ?? document.current ?? document.latest);
    checkOpens(scope, version);
    return { version };
  });
  if (found.paper) return seenPaper(deps, scope, found.paper, wanted);
  return seenVersion(deps, scope, id, found.version);
}

async function seenVersion(deps: Deps, scope: Scope, documentId: string, version: VersionRow): Promise<Seen> {
  return {
    id: version.id, version: version.number, isDrawn: version.size <= limits.fileBytes && await hasPictures(deps, version), content: () => contentOf(deps, version),
    note: async () => { if (scope.role === 'client') await noteOpened(deps, scope, documentId, version.number); },
  };
}

async function seenPaper(deps: Deps, scope: Scope, paper: IssuedPaper, wanted: number | undefined): Promise<Seen> {
  if (wanted !== undefined && wanted !== 1) throw notFound();
  const bytes = await readPaperOf(deps, scope, paper);
  return { id: `paper ${paper.id}`, version: 1, isDrawn: true, content: async function* content() { yield bytes; }, note: () => notePaperOpened(deps, scope, paper) };
}

/** By the first bytes, which cost little; names and types are only said. */
async function hasPictures(deps: Deps, version: VersionRow): Promise<boolean> {
  if (version.size === 0) return false;
  const start = await opened(deps, version, async () => {
    for await (const piece of contentOf(deps, version, { start: 0, end: Math.min(version.size, 1024) })) return piece;
    return Buffer.alloc(0);
  });
  return pictureKind(start) !== undefined;
}

async function opened<Result>(deps: Deps, { id }: { readonly id: string }, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DamagedFile || error instanceof MissingFile || error instanceof KeyUnavailable)) throw error;
    throw refusedContent(deps, id, error);
  }
}

const problemWords: Readonly<Record<Problem['why'], string>> = {
  locked: 'It is locked with a password, so it cannot be shown here. Download it to open it.',
  damaged: 'It cannot be shown here; it may be damaged. Download it to open it.',
  too_costly: 'Showing it takes more time or memory than one file may. Download it to open it.',
};

function orRefuse<Result extends object>(said: Result | Problem): Result {
  if ('why' in said) throw conflict(problemWords[said.why], 'no_preview');
  return said;
}
