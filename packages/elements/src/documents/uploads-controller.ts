import type { DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { Upload } from '@portico/contract/documents/upload.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { DocumentsDoor } from './documents-door.ts';
import { fileProblem } from './file-problem.ts';
import type { Sending } from './uploads.template.ts';

const atOnce = 2;

/** Files that a client sends: two at a time, each with its progress; what failed is kept, to be tried again. */
export class UploadsController {
  items: readonly Sending[] = [];
  /** What another visit began and did not finish. */
  unfinished: readonly Upload[] = [];
  /** For which of them another file was chosen. */
  mistaken: string | undefined;
  readonly #door: DocumentsDoor;
  readonly #most: () => number;
  readonly #sayBytes: (bytes: number) => string;
  readonly #stops = new Map<number, AbortController>();
  readonly #arrived: () => void;
  #last = 0;

  /** `most`: bytes that one file may have; `arrived`: something new is there. */
  constructor(door: DocumentsDoor, { most, sayBytes, arrived }: { most(): number; sayBytes(bytes: number): string; arrived(): void }) {
    this.#door = door;
    this.#most = most;
    this.#sayBytes = sayBytes;
    this.#arrived = arrived;
  }

  add(files: Iterable<File>, category: DocumentCategory | undefined, requestId?: string): void {
    for (const file of files) {
      if (!this.#door.emit('portal-before-upload', { size: file.size })) continue;
      const problem = this.#refusal(file);
      this.items = [...this.items, { id: (this.#last += 1), file, category, requestId, percent: 0, state: problem ? 'failed' : 'waiting', ...(problem && { problem, isHopeless: true }) }];
    }
    this.#next();
  }

  /** A page that was closed or loaded anew has forgotten its files; the server has not. */
  async lookForUnfinished(): Promise<void> {
    const { items } = await this.#door.client()?.documents.uploads().catch(() => undefined) ?? { items: [] };
    this.unfinished = items.filter(({ id }) => !this.items.some(({ upload }) => upload?.id === id));
    this.#door.host.requestUpdate();
  }

  /** The same file, chosen once more: only what the server does not have is sent. */
  goOn(upload: Upload, [file]: readonly File[]): void {
    if (!file) return;
    const isSame = file.size === upload.size && file.name.normalize() === upload.name.normalize();
    this.mistaken = isSame ? undefined : upload.id;
    if (isSame) {
      this.unfinished = this.unfinished.filter((one) => one !== upload);
      this.items = [...this.items, { id: (this.#last += 1), file, category: undefined, requestId: undefined, upload, percent: 0, state: 'waiting' }];
    }
    this.#next();
  }

  discard({ id }: Upload): void {
    this.unfinished = this.unfinished.filter((one) => one.id !== id);
    void this.#door.client()?.documents.discard(id).catch(() => undefined);
    this.#door.host.requestUpdate();
  }

  forget(): void {
    this.unfinished = [];
    for (const { id } of this.items) this.#remove(id);
  }

  /** What cannot be sent whatever the line: then nothing is tried. */
  #refusal({ size }: File): string | undefined {
    if (size === 0) return this.#door.say('empty');
    return size > this.#most() ? this.#door.say('tooLarge', { most: this.#sayBytes(this.#most()) }) : undefined;
  }

  again({ id }: Sending): void {
    this.#change(id, { state: 'waiting', problem: undefined });
    this.#next();
  }

  drop(id: number): void {
    const { upload, state } = this.items.find((item) => item.id === id) ?? {};
    this.#remove(id);
    // Otherwise it would be offered as unfinished the next time.
    if (upload && state !== 'sent') this.discard(upload);
  }

  #remove(id: number): void {
    this.#stops.get(id)?.abort();
    this.items = this.items.filter((item) => item.id !== id);
    this.#next();
  }

  #next(): void {
    const running = this.items.filter(({ state }) => state === 'sending').length;
    for (const item of this.items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, atOnce - running))) void this.#send(item);
    this.#door.host.requestUpdate();
  }

  async #send({ id, file, category, requestId, upload }: Sending): Promise<void> {
    const client = this.#door.client();
    if (!client) return;
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#change(id, { state: 'sending' });
    this.#door.announce(this.#door.say('sending', { name: file.name }));
    try {
      const filed = await client.documents.upload(file, { ...(category && { category }), ...(requestId && { requestId }) }, {
        signal: stop.signal, resume: upload, onBegun: (begun) => this.#change(id, { upload: begun }), onProgress: (sent, of) => this.#change(id, { percent: Math.floor((sent / of) * 100) }),
      });
      this.#change(id, { state: 'sent', percent: 100, ...(filed.renamedFrom !== null && { filedAs: filed.name }) });
      this.#door.announce(this.#door.say('sent', { name: file.name }));
      this.#door.emit('portal-document-uploaded', { documentId: filed.id });
      this.#arrived();
    } catch (error) {
      if (!stop.signal.aborted) {
        const known = fileProblem(error);
        const told = this.#door.complain(error);
        // What the server refused or forgot begins anew.
        const isGone = error instanceof PortalError && (error.code === 'not_found' || error.code === 'conflict');
        if (isGone) this.#change(id, { upload: undefined });
        this.#change(id, { state: 'failed', isHopeless: known === 'wrongType' || known === 'tooLarge', problem: known ? this.#door.say(known, { most: this.#sayBytes(this.#most()) }) : told });
      }
    }
    this.#stops.delete(id);
    this.#next();
  }

  #change(id: number, change: { readonly [Key in keyof Sending]?: Sending[Key] | undefined }): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } as Sending : item));
    this.#door.host.requestUpdate();
  }
}
