import type { DocumentPage, DocumentSummary } from '@portico/contract/documents/document.ts';
import { documentCategories, type DocumentCategory } from '@portico/contract/documents/kinds.ts';
import type { FoundDocument } from '@portico/contract/documents/search.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { documents, foundDocuments, keeping } from '../api/documents.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { LightElement } from '../ui/light-element.ts';
import { QueryController } from '../ui/query-controller.ts';
import { staleNote, waiting } from '../ui/waiting.template.ts';
import { documentRow } from './document-row.template.ts';
import { categoryWords } from './document-words.ts';
import { documentStyles } from './documents.styles.ts';
import { keepingNote, scannerNote } from './keeping-note.template.ts';
import { openDocumentSheet, openSendSheet } from './open-document-sheets.ts';
import './portico-documents-head.ts';
import './portico-outgoing.ts';

const pageSize = 30;
const pauseMs = 180;

/** All documents of all clients: found by what is in them, sent by dropping files here. */
export class PorticoDocuments extends LightElement {
  static override properties = { item: {}, category: { state: true }, archived: { state: true }, term: { state: true }, asked: { state: true }, more: { state: true }, isOver: { state: true } };
  /** The document that lies open beside the list. */
  declare item: string;
  declare category: DocumentCategory | undefined;
  declare archived: boolean;
  declare term: string;
  /** What is searched for: what was typed, a moment later. */
  declare asked: string;
  declare more: readonly DocumentPage[];
  declare isOver: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #first = new QueryController<DocumentPage>(this, () => documents(this.#query()));
  readonly #found = new QueryController(this, () => (this.asked ? foundDocuments(this.asked) : undefined));
  readonly #keeping = new QueryController(this, () => keeping);

  constructor() {
    super();
    this.item = '';
    this.category = undefined;
    this.archived = false;
    this.term = '';
    this.asked = '';
    this.more = [];
    this.isOver = false;
    adoptStyles(documentStyles);
    for (const kind of ['dragenter', 'dragover'] as const) this.addEventListener(kind, this.#over);
    this.addEventListener('dragleave', (event) => { if (!(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.isOver = false; });
    this.addEventListener('drop', this.#dropped);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('item') && this.item) openDocumentSheet(this.item, 'Document');
  }

  #query(cursor?: string) {
    return { category: this.category, archived: this.archived ? 'true' as const : 'false' as const, limit: pageSize, cursor };
  }

  protected override render(): TemplateResult {
    return html`<div class="page ${this.isOver ? 'is-over' : ''}"><portico-documents-head></portico-documents-head>${staleNote(this.#first)}
      ${keepingNote(this.#keeping.value)}<portico-outgoing></portico-outgoing>
      <div class="list-tools document-tools"><input type="search" aria-label="Search documents" placeholder="Search names and contents" autocomplete="off" maxlength="200" .value=${this.term} @input=${this.#typed}>${this.asked ? nothing : this.#filters()}</div>
      ${this.asked ? this.#results() : this.#first.value ? this.#list(this.#first.value) : waiting(this.#first, 8)}
      ${scannerNote(this.#keeping.value)}${this.isOver ? html`<p class="drop-hint" aria-hidden="true">Drop files here to send them</p>` : nothing}</div>`;
  }

  #filters(): TemplateResult {
    const choose = (category: DocumentCategory | undefined, archived: boolean) => () => { this.category = category; this.archived = archived; this.more = []; };
    const all = [{ name: 'All', category: undefined, archived: false }, ...documentCategories.map((category) => ({ name: categoryWords[category], category, archived: false })), { name: 'Archived', category: undefined, archived: true }];
    return html`<fieldset class="segments"><legend class="visually-hidden">Show</legend><div class="segment-row">${all.map(({ name, category, archived }) => html`<label class="segment"><input type="radio" name="document-filter" .checked=${this.category === category && this.archived === archived}
      @change=${choose(category, archived)}><span>${name}</span></label>`)}</div></fieldset>`;
  }

  #list(first: DocumentPage): TemplateResult {
    const pages = [first, ...this.more];
    const items = [...new Map(pages.flatMap((page): readonly DocumentSummary[] => page.items).map((one) => [one.id, one] as const)).values()];
    if (items.length === 0) return html`<div class="empty"><p>${this.archived ? 'Nothing is archived.' : this.category ? 'Nothing is filed here yet.' : 'No documents yet. Send the first one: its client finds it in their portal and is the only one who can open it.'}</p></div>`;
    const next = pages.at(-1)?.nextCursor;
    return html`<ul class="rows">${items.map((one) => documentRow(one))}</ul>
      ${next ? html`<p class="list-more"><button type="button" @click=${async () => { this.more = [...this.more, await documents(this.#query(next)).load()]; }}>Show more</button></p>` : nothing}`;
  }

  #results(): TemplateResult | typeof nothing {
    const items = this.#found.value?.items;
    if (!items) return waiting(this.#found, 4);
    if (items.length === 0) return html`<div class="empty"><p>Nothing found for “${this.asked}”. Try a word from inside the document.</p></div>`;
    return html`<ul class="rows">${items.map(({ document, nameMarks, passage, whyNot }: FoundDocument) => documentRow(document, {
      found: { name: marked(document.name, nameMarks), passage: passage ? marked(passage.text, passage.marks) : whyNot ? html`<span class="meta">${whyNot}</span>` : nothing },
    }))}</ul>`;
  }

  readonly #typed = (event: Event): void => {
    this.term = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.asked = this.term.trim(); }, pauseMs);
  };

  readonly #over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver = true;
  };

  readonly #dropped = (event: DragEvent): void => {
    if (!this.isOver) return;
    event.preventDefault();
    this.isOver = false;
    openSendSheet({ files: [...event.dataTransfer?.files ?? []] });
  };
}

function marked(text: string, marks: readonly { readonly start: number; readonly end: number }[]): TemplateResult {
  let at = 0;
  const parts = marks.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, html`<mark>${text.slice(start, end)}</mark>`];
  });
  return html`${parts}${text.slice(at)}`;
}

customElements.define('portico-documents', PorticoDocuments);
