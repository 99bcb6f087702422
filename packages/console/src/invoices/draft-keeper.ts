import type { DraftInvoiceInput } from '@portico/contract/invoices/invoice.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { addDraft, changeDraft } from '../api/invoices.ts';
import { ProblemError } from '../api/problem-error.ts';
import { copyOf, dropCopy, keepCopy } from './draft-copies.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import { invoicesChanged } from './live-invoices.ts';

const restMs = 700;

/** Saves a draft as it is typed, one request at a time; what cannot be saved yet stays in this browser. */
export class DraftKeeper implements ReactiveController {
  /** Empty until the server has it. */
  id = '';
  state: 'untouched' | 'unsaved' | 'saving' | 'saved' = 'untouched';
  error: unknown;
  /** Somebody else saved another one meanwhile: ours is kept here and never sent over it. */
  isOvertaken = false;
  readonly #host: ReactiveControllerHost;
  readonly #onFirst: (id: string) => void;
  #place = 'new';
  /** What the server said last: it refuses a save that knows less. */
  #version: number | undefined;
  #next: DraftInvoiceInput | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, onFirst: (id: string) => void) {
    this.#host = host;
    this.#onFirst = onFirst;
    host.addController(this);
  }

  /** Leaving the page saves at once what was still waiting. */
  hostDisconnected(): void {
    void this.flush();
  }

  /** Another draft: what was typed of it and never reached the server. */
  open(id: string, place: string, version?: number): InvoiceDraft | undefined {
    clearTimeout(this.#timer);
    Object.assign(this, { id, state: 'untouched', error: undefined, isOvertaken: false });
    this.#version = version;
    this.#place = place;
    this.#next = undefined;
    return copyOf(place);
  }

  /** `input` is left out while something on it cannot be read. */
  typed(draft: InvoiceDraft, input: DraftInvoiceInput | undefined): void {
    keepCopy(this.#place, draft);
    clearTimeout(this.#timer);
    this.#next = input;
    this.state = 'unsaved';
    if (input && !this.isOvertaken) this.#timer = setTimeout(() => void this.flush(), restMs);
  }

  /** True when the server has all of it. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (this.#next && !this.isOvertaken) await (this.#running = this.#save(this.#next).finally(() => { this.#running = undefined; }));
    return this.state === 'saved' || this.state === 'untouched';
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#next = undefined;
    dropCopy(this.#place);
  }

  async #save(input: DraftInvoiceInput): Promise<void> {
    this.#become('saving');
    const isFirst = this.id === '';
    try {
      const version = this.#version;
      const saved = await (isFirst ? addDraft(input) : changeDraft(this.id, { ...input, ...(version !== undefined && { version }) }));
      const { id } = saved;
      this.id = id;
      this.#version = saved.version;
      if (this.#next === input) this.forget();
      if (isFirst) this.#moveTo(id);
      invoicesChanged();
      this.#become(this.#next === undefined && this.state === 'saving' ? 'saved' : 'unsaved');
    } catch (error) {
      this.isOvertaken = error instanceof ProblemError && error.code === 'stale_version';
      this.#become('unsaved', error);
    }
  }

  #moveTo(id: string): void {
    const kept = copyOf(this.#place);
    dropCopy(this.#place);
    this.#place = id;
    if (kept) keepCopy(id, kept);
    this.#onFirst(id);
  }

  #become(state: DraftKeeper['state'], error?: unknown): void {
    this.state = state;
    this.error = error;
    this.#host.requestUpdate();
  }
}
