import { sessionStanding } from '../auth/public.ts';
import { findContact } from '../clients/public.ts';
import type { Deps } from '../deps.ts';
import { conflict, DomainError, notFound } from '../domain/errors.ts';
import type { Scope } from '../domain/scope.ts';
import { DamagedFile } from '../effects/files/file-cipher.ts';
import { MissingFile } from '../effects/files/file-store.ts';
import type { ByteRange } from '../effects/files/open-sealed.ts';
import { readPaperOf } from '../invoices/public.ts';
import { KeyUnavailable } from './client-keys.ts';
import { findVersion } from './document-store.ts';
import { noteOpened, notePaperOpened } from './note-opened.ts';
import { readTicket, type FileTicket } from './link-rules.ts';
import { findForStaff, findOwn } from './read-document.ts';
import { readRange } from './range-rules.ts';
import { rightOf } from './right-rules.ts';
import { contentOf } from './stored-content.ts';

export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Strong: the same content, byte for byte. */
  readonly etag: string;
  readonly range: ByteRange | 'all';
  /** The bytes asked for. */
  content(): Promise<ReadableStream<Uint8Array>>;
}

export interface Asking {
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
  /** HEAD: nothing is opened, so nothing is noted. */
  readonly isLook: boolean;
}

/** What a link opens. It is looked up anew each time: a link is dead at once when its person's access ends. */
export async function openFile(deps: Deps, token: string, asking: Asking): Promise<OpenedFile> {
  const ticket = readTicket(deps.config.keys.codes.reveal(), token, deps.now());
  if (!ticket) throw notFound();
  const scope = scopeOfTicket(ticket);
  if (await sessionStanding(deps, scope) !== 'welcome') throw notFound();
  const holder = ticket.kind === 'client' ? await clientOf(deps, scope) : scope;
  return ticket.version === 0 ? openPaper(deps, holder, ticket.subjectId, asking) : openVersion(deps, holder, ticket, asking);
}

const scopeOfTicket = ({ businessId, kind, personId, sessionId }: FileTicket): Scope => (kind === 'client'
  ? { businessId, sessionId, role: 'client', actor: `contact:${personId}`, contactId: personId } : { businessId, sessionId, role: 'member', actor: `staff:${personId}`, staffId: personId });

/** The client of this very moment. */
async function clientOf(deps: Deps, scope: Scope): Promise<Scope> {
  const contact = await deps.store.read((db) => findContact(db, scope, scope.contactId ?? ''));
  if (!contact) throw notFound();
  return { ...scope, clientId: contact.clientId };
}

async function openPaper(deps: Deps, scope: Scope, id: string, asking: Asking): Promise<OpenedFile> {
  const { paper } = await deps.store.read((db) => (scope.role === 'client' ? findOwn : findForStaff)(db, scope, id));
  if (!paper) throw notFound();
  const bytes = await readPaperOf(deps, scope, paper);
  const etag = `"paper-${paper.id}"`;
  const range = rangeOf(asking, bytes.length, etag);
  const { start, end } = range === 'all' ? { start: 0, end: bytes.length } : range;
  return { name: `${paper.number}.pdf`, mediaType: 'application/pdf', size: bytes.length, etag, range, async content() {
    if (!asking.isLook && start === 0) await notePaperOpened(deps, scope, paper);
    return new Blob([new Uint8Array(bytes.subarray(start, end))]).stream();
  } };
}

async function openVersion(deps: Deps, scope: Scope, { subjectId, version: number }: FileTicket, asking: Asking): Promise<OpenedFile> {
  const version = await deps.store.read(async (db) => {
    const { document } = await (scope.role === 'client' ? findOwn : findForStaff)(db, scope, subjectId);
    if (!document || (scope.role === 'client' && !rightOf(document).download)) throw notFound();
    const found = await findVersion(db, scope, subjectId, number);
    if (found?.state !== 'available') throw notFound();
    return found;
  });
  const etag = `"${version.id}"`;
  const range = rangeOf(asking, version.size, etag);
  return {
    name: version.name, mediaType: version.mediaType, size: version.size, etag, range,
    async content() {
      const pieces = contentOf(deps, version, range === 'all' ? undefined : range);
      // The first piece before the first header: what cannot be opened at all is refused in words.
      const first = await pieces.next().catch((error: unknown) => { throw refusedContent(deps, version.id, error); });
      if (!asking.isLook && (range === 'all' || range.start === 0)) await noteOpened(deps, scope, subjectId, number);
      return ReadableStream.from(after(first, pieces)) as ReadableStream<Uint8Array>;
    },
  };
}

async function* after(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Uint8Array> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** In words, where the content of a file does not open. */
export function refusedContent(deps: Deps, versionId: string, error: unknown): unknown {
  if (!(error instanceof DamagedFile || error instanceof MissingFile || error instanceof KeyUnavailable)) return error;
  deps.log.error({ versionId, err: error }, 'a file cannot be opened');
  const why = error instanceof KeyUnavailable ? 'The key of this file is not there, so it cannot be opened.' : error instanceof DamagedFile ? 'What lies on the disk is not what was put there, so it is not given out. Restore it from a copy.' : 'The content of this file is not there. Restore it from a copy.';
  return conflict(why, 'content_gone');
}

function rangeOf({ range, ifRange }: Asking, size: number, etag: string): ByteRange | 'all' {
  const asked = ifRange === undefined || ifRange === etag ? readRange(range, size) : 'all';
  if (asked === 'unsatisfiable') throw new DomainError('range_not_satisfiable', `The file has ${size} bytes.`);
  return asked;
}
