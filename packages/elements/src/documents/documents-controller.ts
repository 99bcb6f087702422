import type { PortalClient } from '@portico/client/portal-client.ts';
import type { DocumentStart, DocumentSummary } from '@portico/contract/documents/document.ts';
import type { DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { ReactiveController } from 'lit';
import { LoadController, type Load } from '../base/load-controller.ts';
import type { OpenedDocument } from './document-row.template.ts';
import type { DocumentsDoor } from './documents-door.ts';
import { fileProblem } from './file-problem.ts';

/** A client's documents: the latest of all, of one category or of one project, live. */
export class DocumentsController implements ReactiveController {
  category: DocumentCategory | undefined;
  project: string | undefined;
  opened: OpenedDocument | undefined;
  /** A link led to a document that is not there. */
  notice: string | undefined;
  failure: string | undefined;
  /** What somebody has taken away in this visit is new no more. */
  readonly #taken = new Set<string>();
  /** What is being fetched: `more`, or a file. */
  busy: string | undefined;
  readonly #door: DocumentsDoor;
  readonly #start: LoadController<DocumentStart>;
  readonly #arrived: (start: DocumentStart) => void;
  #items: readonly DocumentSummary[] = [];
  #cursor: string | null = null;
  #client: PortalClient | undefined;
  #leaveLive: (() => void) | undefined;

  constructor(door: DocumentsDoor, arrived: (start: DocumentStart) => void) {
    this.#door = door;
    this.#arrived = arrived;
    this.#start = new LoadController(door.host, (signal) => this.#load(signal), () => door.client());
    door.host.addController(this);
  }

  get result(): Load<DocumentStart> {
    return this.#start.result;
  }

  get start(): DocumentStart | undefined {
    return this.#start.result.value;
  }

  get items(): readonly DocumentSummary[] {
    return this.#items;
  }

  get hasMore(): boolean {
    return this.#cursor !== null;
  }

  isTaken(id: string): boolean {
    return this.#taken.has(id);
  }

  hostUpdate(): void {
    this.#followClient();
  }

  hostDisconnected(): void {
    this.#leaveLive?.();
    this.#leaveLive = this.#client = undefined;
  }

  async reload(): Promise<void> {
    await Promise.all([this.#start.run(), this.opened?.document && this.#read(this.opened.id)]);
  }

  async show(category: DocumentCategory | undefined, project?: string): Promise<void> {
    if (this.#shows(category, project)) return;
    const before = { category: this.category, project: this.project };
    Object.assign(this, { category, project });
    await this.#try('list', async (client) => {
      const page = await client.documents.list(this.#query());
      if (this.#shows(category, project)) this.#become(page.items, page.nextCursor);
    }, () => { if (this.#shows(category, project)) Object.assign(this, before); });
  }

  #shows(category: DocumentCategory | undefined, project: string | undefined): boolean {
    return category === this.category && project === this.project;
  }

  #query(cursor?: string) {
    const { category, project } = this;
    return { category, ...(cursor && { cursor }), lang: this.#door.lang(), ...(project && { project }) };
  }

  async more(): Promise<void> {
    const [cursor, category, project] = [this.#cursor, this.category, this.project];
    if (!cursor || this.busy) return;
    await this.#try('more', async (client) => {
      const page = await client.documents.list(this.#query(cursor));
      if (this.#shows(category, project)) this.#become([...this.#items, ...page.items], page.nextCursor);
    });
  }

  async open(id: string): Promise<void> {
    this.notice = undefined;
    await this.#open(id);
  }

  close(): void {
    const { opened } = this;
    this.opened = undefined;
    // What has been looked at is new no more.
    if (opened?.document?.isNew) this.#taken.add(opened.id);
    this.#door.host.requestUpdate();
  }

  /** A deep link: also to a document that is not on the screen yet. */
  async follow(id: string): Promise<void> {
    await this.#open(id);
    const { opened } = this;
    if (opened?.id !== id) return;
    if (opened.document) return;
    this.notice = opened.failure;
    this.opened = undefined;
    this.#door.host.requestUpdate();
  }

  /** Leads the browser to the file, which it saves: a signed address that lives for a minute. */
  async save(id: string, version?: number): Promise<void> {
    if (this.busy) return;
    await this.#try(`file ${id} ${version ?? ''}`, async (client) => {
      const { url, name } = await client.documents.link(id, { version });
      Object.assign(document.createElement('a'), { href: url, download: name }).click();
      this.#taken.add(id);
      this.#door.emit('portal-document-downloaded', { documentId: id, version: version ?? null });
    });
  }

  /** Somebody else, or another business: nothing of what was known is theirs. */
  #followClient(): void {
    const client = this.#door.client();
    if (client === this.#client) return;
    this.#client = client;
    this.#leaveLive?.();
    this.#leaveLive = client?.live.subscribe((message) => {
      if (message.type === 'documents.changed') void this.reload();
    });
    this.opened = this.notice = this.failure = this.category = this.project = undefined;
    this.#taken.clear();
    this.#become([], null);
  }

  async #load(signal: AbortSignal): Promise<DocumentStart> {
    this.#followClient();
    const client = this.#client as PortalClient;
    const lang = this.#door.lang();
    try {
      const { category, project } = this;
      const [start, page] = await Promise.all([client.documents.start({ lang }, { signal }), (category || project) && client.documents.list(this.#query(), { signal })]);
      const { items, nextCursor } = page || start.recent;
      // A project that was put away meanwhile is not chosen any more.
      if (project && !start.projects.some(({ id }) => id === project)) {
        if (project === this.project) this.project = undefined;
        return await this.#load(signal);
      }
      if (this.#shows(category, project)) this.#become(items, nextCursor);
      this.#arrived(start);
      return start;
    } catch (error) {
      if (!signal.aborted) this.#door.complain(error);
      throw error;
    }
  }

  #become(items: readonly DocumentSummary[], cursor: string | null): void {
    this.#items = [...new Map(items.map((item) => [item.id, item])).values()];
    this.#cursor = cursor;
  }

  async #open(id: string): Promise<void> {
    this.opened = { id };
    this.#door.host.requestUpdate();
    await this.#read(id);
  }

  async #read(id: string): Promise<void> {
    const client = this.#client;
    if (!client) return;
    let next: OpenedDocument;
    try {
      next = { id, document: await client.documents.read(id, { lang: this.#door.lang() }) };
    } catch (error) {
      next = { ...this.opened, id, failure: this.#door.complain(error) };
    }
    if (this.opened?.id === id && client === this.#client) this.opened = next;
    this.#door.host.requestUpdate();
  }

  async #try(what: string, work: (client: PortalClient) => Promise<void>, undo?: () => void): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.busy = what;
    this.failure = undefined;
    this.#door.host.requestUpdate();
    try {
      await work(client);
    } catch (error) {
      const known = fileProblem(error);
      const told = this.#door.complain(error);
      this.failure = known && known !== 'lineLost' ? this.#door.say(known) : told;
      undo?.();
    }
    if (this.busy === what) this.busy = undefined;
    this.#door.host.requestUpdate();
  }
}
