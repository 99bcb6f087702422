import { PortalError } from '@portico/client/portal-error.ts';
import { sendFile } from '@portico/client/send-file.ts';
import type { Http } from '@portico/client/http.ts';
import type { ChangeDocumentInput, ConsoleDocument, DocumentKeeping, DocumentPage, FiledDocument, FileLink, ShareDocumentInput } from '@portico/contract/documents/document.ts';
import type { DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { AskForDocumentInput, DocumentRequest, DocumentRequestPage, DocumentRequestQuery } from '@portico/contract/documents/request.ts';
import type { AskForReviewInput } from '@portico/contract/documents/review.ts';
import type { SearchResults } from '@portico/contract/documents/search.ts';
import { source, type Source } from './cache.ts';
import { askForReview } from './document-reviews.ts';
import { create, get, patch, post, remove, sendBytes, withQuery } from './http.ts';
import { ProblemError } from './problem-error.ts';

export interface DocumentSearch {
  readonly client?: string | undefined;
  readonly project?: string | undefined;
  readonly category?: DocumentCategory | undefined;
  readonly archived?: 'true' | 'false';
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export const documents = (query: DocumentSearch): Source<DocumentPage> => source(withQuery('documents', { ...query }));
export const document = (id: string): Source<ConsoleDocument> => source(`documents/${id}`);
export const foundDocuments = (q: string): Source<SearchResults> => source(withQuery('document-search', { q, limit: 30 }));
export const keeping = source<DocumentKeeping>('document-keeping');
export const changeDocument = (id: string, input: ChangeDocumentInput): Promise<ConsoleDocument> => patch(`documents/${id}`, input);
export const shareDocument = (id: string, input: ShareDocumentInput): Promise<ConsoleDocument> => patch(`documents/${id}/rights`, input);
export const removeDocument = (id: string): Promise<unknown> => remove(`documents/${id}`);
export const fileLink = (id: string, version?: number): Promise<FileLink> => post(`documents/${id}/link`, { ...(version !== undefined && { version }) });

export const documentRequests = (query: Partial<DocumentRequestQuery>): Source<DocumentRequestPage> => source(withQuery('document-requests', { ...query }));
export const askForDocument = (input: AskForDocumentInput): Promise<{ readonly items: readonly DocumentRequest[] }> => create('document-requests', input);
export const acceptRequest = (id: string): Promise<DocumentRequest> => post(`document-requests/${id}/accept`);
export const returnRequest = (id: string, reason: string): Promise<DocumentRequest> => post(`document-requests/${id}/return`, { reason });
export const cancelRequest = (id: string): Promise<DocumentRequest> => post(`document-requests/${id}/cancel`);

/** What a file will be: a document of this client, or with `documentId` a new version of one. */
export interface OutgoingFile {
  readonly clientId: string;
  readonly documentId?: string;
  readonly projectId?: string;
  readonly category?: DocumentCategory;
  readonly note?: string;
  /** What the client is asked once it is there. */
  readonly approval?: AskForReviewInput;
}

/** Sends a file in pieces, as a client's page does; goes on by itself after a break. */
export async function sendDocument(file: File, { approval, ...what }: OutgoingFile, options: { readonly signal: AbortSignal; onProgress(sent: number, of: number): void }): Promise<FiledDocument> {
  const filed = await sendFile(consoleHttp, file, what, options);
  if (approval) await askForReview(filed.id, approval);
  return filed;
}

/** The console's own way of asking, as what sends files knows it. */
const consoleHttp = {
  get: (path) => told(() => get(path)),
  post: (path, { json, signal } = {}) => told(() => post(path, json, signal)),
  patch: (path, { bytes, headers, signal } = {}) => told(() => sendBytes(path, bytes ?? new Blob(), headers ?? {}, signal)),
} satisfies Partial<Http> as Partial<Http> as Http;

async function told<Answer>(ask: () => Promise<unknown>): Promise<Answer> {
  try {
    return await ask() as Answer;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new PortalError(error.code, error.message, { status: error.status, fields: error.fields, ...(error.reason && { reason: error.reason }) });
  }
}
