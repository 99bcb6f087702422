import type { Document, DocumentPage, DocumentStart, FiledDocument, FileLink } from '@portico/contract/documents/document.ts';
import type { DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { Preview } from '@portico/contract/documents/preview.ts';
import type { Discussion, Pin } from '@portico/contract/documents/review.ts';
import type { SearchResults } from '@portico/contract/documents/search.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import type { ProjectPage } from '@portico/contract/projects.ts';
import type { Http } from './http.ts';
import { sendFile } from './send-file.ts';

export interface DocumentOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface DocumentListRequest {
  readonly category?: DocumentCategory | undefined;
  readonly project?: string | undefined;
  /** The beginning of each word of the name. */
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number;
  readonly lang?: string | undefined;
}

/** What a file will be: a new document, or with `documentId` a new version of one. */
export interface NewFile {
  /** The file's own name when left out. */
  readonly name?: string;
  readonly category?: DocumentCategory;
  readonly projectId?: string;
  readonly documentId?: string;
  /** What the business has asked for, and this answers: one of `start()`'s `requests`. */
  readonly requestId?: string;
  /** What changed. */
  readonly note?: string;
}

/** What somebody says about a document: an answer in a thread, or the beginning of one, with `pin` at a place on a page. */
export interface NewComment {
  /** The version that they look at. */
  readonly version: number;
  readonly text: string;
  readonly threadId?: string | undefined;
  readonly pin?: Pin | undefined;
  readonly lang?: string | undefined;
}

/** What somebody decides, on the version that they have looked at. Rejects with `conflict` when a newer one has come. */
export interface Decision {
  readonly version: number;
  readonly lang?: string | undefined;
}

export interface UploadOptions extends DocumentOptions {
  /** An upload that was begun before, perhaps in another visit: its bytes are not sent again. */
  readonly resume?: Upload | undefined;
  /** The server knows of it: what goes on with it later, as `resume`, or ends it. */
  readonly onBegun?: (upload: Upload) => void;
  /** Bytes that the server has kept. */
  readonly onProgress?: (sent: number, of: number) => void;
}

/** Files that a client and a business share. Everything needs somebody who is signed in. */
export interface DocumentsApi {
  /** All that the first screen needs, in one answer. */
  start(query?: { readonly lang?: string | undefined }, options?: DocumentOptions): Promise<DocumentStart>;
  list(query?: DocumentListRequest, options?: DocumentOptions): Promise<DocumentPage>;
  /** By words of the name, of a note or of what is in the file, in any order; words in quotation marks side by side. Best first. */
  find(query: { readonly q: string; readonly limit?: number; readonly lang?: string | undefined }, options?: DocumentOptions): Promise<SearchResults>;
  read(id: string, options?: DocumentOptions & { readonly lang?: string | undefined }): Promise<Document>;
  /** An address that opens one version for a minute: lead the browser there, and it saves the file. */
  link(id: string, options?: DocumentOptions & { readonly version?: number | undefined }): Promise<FileLink>;
  /** The pages of a version, with their words. Rejects with `no_preview` where there can be none. */
  pages(id: string, options?: DocumentOptions & { readonly version?: number | undefined }): Promise<Preview>;
  /** A picture of one page (WebP), so many pixels wide at most. The first page counts as opening the document. */
  page(id: string, number: number, options?: DocumentOptions & { readonly version?: number | undefined; readonly width?: 480 | 960 | 1600 }): Promise<Blob>;
  /** What is asked, decided and said about a document. */
  discussion(id: string, options?: DocumentOptions & { readonly lang?: string | undefined }): Promise<Discussion>;
  approve(id: string, decision: Decision & { readonly note?: string }, options?: DocumentOptions): Promise<Discussion>;
  requestChanges(id: string, decision: Decision & { readonly reason: string }, options?: DocumentOptions): Promise<Discussion>;
  comment(id: string, comment: NewComment, options?: DocumentOptions): Promise<Discussion>;
  /** Takes back what this person has said. */
  removeComment(id: string, commentId: string, options?: DocumentOptions & { readonly lang?: string | undefined }): Promise<Discussion>;
  /** Says that a thread is settled, or that it is not. */
  settleThread(id: string, threadId: string, isResolved: boolean, options?: DocumentOptions & { readonly lang?: string | undefined }): Promise<Discussion>;
  /**
   * Sends a file in pieces, at the pace of the line; goes on by itself after a break, from what the server has kept.
   * Rejects when the line stays dead: call it again with `resume`.
   */
  upload(file: Blob, what?: NewFile, options?: UploadOptions): Promise<FiledDocument>;
  /** Begun and not finished, by this person. */
  uploads(options?: DocumentOptions): Promise<{ readonly items: readonly Upload[] }>;
  /** Ends one of these; what came of it is forgotten. */
  discard(id: string, options?: DocumentOptions): Promise<unknown>;
  projects(query?: { readonly cursor?: string | undefined; readonly limit?: number }, options?: DocumentOptions): Promise<ProjectPage>;
}

export function documentsApi(http: Http, backOff?: (attempt: number) => number): DocumentsApi {
  const access = 'session';
  const at = (id: string): string => `documents/${encodeURIComponent(id)}`;
  const say = (id: string, how: string, { lang, ...json }: { readonly lang?: string | undefined }, options: DocumentOptions = {}): Promise<Discussion> =>
    http.post(`${at(id)}/${how}`, { ...options, access, query: { lang }, json, idempotencyKey: crypto.randomUUID() });
  return {
    start: (query, options) => http.get('documents/start', { ...options, access, query: { ...query } }),
    list: (query, options) => http.get('documents', { ...options, access, query: { ...query } }),
    find: (query, options) => http.get('document-search', { ...options, access, query: { ...query } }),
    read: (id, { lang, signal } = {}) => http.get(at(id), { access, query: { lang }, signal }),
    link: (id, { version, signal } = {}) => http.post(`${at(id)}/link`, { access, json: { ...(version !== undefined && { version }) }, signal }),
    pages: (id, { version, signal } = {}) => http.get(`${at(id)}/pages`, { access, query: { version }, signal }),
    page: (id, number, { version, width, signal } = {}) => http.blob(`${at(id)}/pages/${number}`, { access, query: { version, width }, signal }),
    discussion: (id, { lang, signal } = {}) => http.get(`${at(id)}/discussion`, { access, query: { lang }, signal }),
    approve: (id, decision, options) => say(id, 'approve', decision, options),
    requestChanges: (id, decision, options) => say(id, 'request-changes', decision, options),
    comment: (id, comment, options) => say(id, 'comments', comment, options),
    removeComment: (id, commentId, { lang, signal } = {}) => say(id, `comments/${encodeURIComponent(commentId)}/remove`, { lang }, { signal }),
    settleThread: (id, threadId, isResolved, { lang, signal } = {}) => say(id, `threads/${encodeURIComponent(threadId)}/${isResolved ? 'resolve' : 'reopen'}`, { lang }, { signal }),
    upload: (file, what = {}, options = {}) => sendFile(http, file, what, { ...options, ...(backOff && { backOff }) }),
    uploads: (options) => http.get('uploads', { ...options, access }),
    discard: (id, options) => http.post(`uploads/${encodeURIComponent(id)}`, { ...options, access, method: 'delete' }),
    projects: (query, options) => http.get('projects', { ...options, access, query: { ...query } }),
  };
}
