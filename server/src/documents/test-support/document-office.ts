import { createHash } from 'node:crypto';
import type { ConsoleDocument, FiledDocument, FileLink } from '@portico/contract/documents/document.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import { addClientWithContact } from '../../clients/public.ts';
import { signIn, type SignedInPage } from '../../test-support/page-client.ts';
import { staffCaller, testBusiness, type BusinessOptions, type Caller, type TestBusiness } from '../../test-support/people.ts';
import type { TestWorld } from '../../test-support/test-world.ts';

/** A business with an owner at the console and one client with a page. */
export interface DocumentOffice {
  readonly at: TestBusiness;
  readonly owner: Caller;
  readonly clientId: string;
  readonly contactId: string;
  readonly page: SignedInPage;
  /** Announces, sends in one piece and files. */
  upload(who: Caller, content: Uint8Array, input?: Readonly<Record<string, unknown>>): Promise<FiledDocument>;
  start(who: Caller, size: number, input?: Readonly<Record<string, unknown>>): Promise<Upload>;
  send(who: Caller, id: string, offset: number, bytes: Uint8Array | ReadableStream<Uint8Array>): Promise<Response>;
  complete(who: Caller, id: string, body?: Readonly<Record<string, unknown>>): Promise<Response>;
  link(who: Caller, id: string, body?: Readonly<Record<string, unknown>>): Promise<FileLink>;
  download(who: Caller, id: string, body?: Readonly<Record<string, unknown>>): Promise<Buffer>;
  read(id: string): Promise<ConsoleDocument>;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
let clients = 0;

export async function documentOffice(world: TestWorld, options: BusinessOptions = {}): Promise<DocumentOffice> {
  const at = await testBusiness(world, options);
  const owner = await staffCaller(world, at);
  const email = `client${(clients += 1)}@mail.example`;
  const { clientId, contactId } = await world.deps.store.write((tx) => addClientWithContact(world.deps, tx, at.scope, { name: 'Quintessa Ltd', email }, 'staff'));
  const page = await signIn(world, at, email);
  const pathFor = (who: Caller): string => who === page.call ? '/v1' : '/v1/console';
  const start: DocumentOffice['start'] = async (who, size, input = {}) => {
    const isNewForClient = who !== page.call && input['documentId'] === undefined && input['clientId'] === undefined;
    const answer = await who('POST', `${pathFor(who)}/uploads`, { name: 'plan.txt', size, ...(isNewForClient && { clientId }), ...input });
    if (answer.status !== 201) throw new Error(`not announced: ${await answer.text()}`);
    return await answer.json() as Upload;
  };
  const send: DocumentOffice['send'] = (who, id, offset, bytes) => sendBytes(who, `${pathFor(who)}/uploads/${id}`, offset, bytes);
  const complete: DocumentOffice['complete'] = (who, id, body = {}) => who('POST', `${pathFor(who)}/uploads/${id}/complete`, body);
  const link: DocumentOffice['link'] = async (who, id, body = {}) => {
    const answer = await who('POST', `${pathFor(who)}/documents/${id}/link`, body);
    if (answer.status !== 200) throw new Error(`no link: ${await answer.text()}`);
    return await answer.json() as FileLink;
  };
  return {
    at, owner, clientId, contactId, page, start, send, complete, link,
    async upload(who, content, input) {
      const { id } = await start(who, content.length, input);
      if (content.length > 0) {
        const sent = await send(who, id, 0, content);
        if (sent.status !== 200) throw new Error(`not taken: ${await sent.text()}`);
      }
      const answer = await complete(who, id, { sha256: sha256(content) });
      if (answer.status !== 200) throw new Error(`not filed: ${await answer.text()}`);
      return await answer.json() as FiledDocument;
    },
    async download(who, id, body) {
      const answer = await world.fetch(new URL((await link(who, id, body)).url).pathname);
      if (answer.status !== 200) throw new Error(`not given: ${await answer.text()}`);
      return Buffer.from(await answer.arrayBuffer());
    },
    read: async (id) => await (await owner('GET', `/v1/console/documents/${id}`)).json() as ConsoleDocument,
  };
}

/** Callers send JSON; this is the one place that sends bytes. */
export const sendBytes = (who: Caller, path: string, offset: number, bytes: Uint8Array | ReadableStream<Uint8Array>): Promise<Response> =>
  who('PATCH', path, bytes, { 'content-type': 'application/partial-upload', 'upload-offset': String(offset) });
