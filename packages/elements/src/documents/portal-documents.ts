import { PortalError } from '@portico/client/portal-error.ts';
// The client fetches these calls with the first of them; this way they come beside the element, not after it.
import '@portico/client/documents.ts';
import type { DocumentStart } from '@portico/contract/documents/document.ts';
import { documentCategories } from '@portico/contract/documents/kinds.ts';
import { html, nothing, svg, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { empty, failed } from '../base/feedback.template.ts';
import { HashRouteController, readRoute } from '../base/hash-route.ts';
import { LateModules } from '../base/late-modules.ts';
import { learnLater } from '../base/localize.ts';
import { PortalElement, type Content } from '../base/portal-element.ts';
import { signInLink } from '../base/sign-in-link.template.ts';
import { documentRow, type RowView } from './document-row.template.ts';
import { DocumentsController } from './documents-controller.ts';
import type { DocumentsDoor } from './documents-door.ts';
import './documents-events.ts';
import { documentsDictionary, type DocumentsMessage, type SayDocuments } from './documents-messages.ts';
import { documentsSkeleton } from './documents-skeleton.template.ts';
import { DropController } from './drop-controller.ts';
import { marked } from './marked.template.ts';
import { styles } from './portal-documents.styles.ts';
import { projectChoice } from './projects.template.ts';
import { requestList } from './requests.template.ts';
import { sayBytes } from './say-bytes.ts';
import { SearchController } from './search-controller.ts';
import { UploadsController } from './uploads-controller.ts';
import { unfinishedList } from './unfinished.template.ts';
import { sendButton, sendings } from './uploads.template.ts';
import type { Viewer } from './viewer/viewer-view.ts';

const glass = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${svg`<circle cx="11" cy="11" r="7"/><path d="m20 20-4-4"/>`}</svg>`;

/**
 * What a client and the business share: found by a word from inside, had with one click, sent by dropping it here.
 *
 * @customElement portal-documents
 * @fires portal-ready - What is needed is on the screen. Detail: `business`.
 * @fires portal-before-upload - A file is about to be sent; `preventDefault()` stops it. Detail: `size`.
 * @fires portal-document-uploaded - A file has arrived. Detail: `documentId`.
 * @fires portal-document-downloaded - A file is on its way to the person. Detail: `documentId, version`.
 * @fires portal-document-opened - A document is on the screen. Detail: `documentId`.
 * @fires portal-before-approve - Somebody approves a document; `preventDefault()` stops it. Detail: `documentId, version`.
 * @fires portal-document-approved - It is approved. Detail: `documentId, version`.
 * @fires portal-document-changes-requested - Somebody has said what should change. Detail: `documentId, version`.
 * @fires portal-document-commented - Somebody has said something about it. Detail: `documentId`.
 * @fires portal-error - Something failed. Detail: `code, message`.
 * @csspart search - The field to search with.
 * @csspart filter - The categories to choose from.
 * @csspart input - A field.
 * @csspart viewer - What opens above the page: one document.
 * @csspart decision - Where somebody approves, or says what to change.
 * @csspart thread - What is said in answer to each other.
 * @csspart pin - The number at a place that somebody speaks of.
 * @csspart link - An address to follow.
 * @csspart empty - There is nothing here.
 */
export class PortalDocuments extends PortalElement<DocumentsMessage> {
  static override styles: CSSResultGroup = [PortalElement.styles, styles];

  protected override readonly dictionary = documentsDictionary;
  readonly #say: SayDocuments = (key, values) => this.t(key, values);
  readonly #door: DocumentsDoor = {
    host: this, say: this.#say, emit: this.emit,
    complain: (error) => this.#complain(error),
    client: () => (this.isSignedIn ? this.clientIfAny : undefined),
    lang: () => this.locale,
    announce: (text) => this.announce(text),
    focus: (selector) => {
      this.#focusNext = selector;
      this.requestUpdate();
    },
  };
  readonly #documents = new DocumentsController(this.#door, (start) => this.#arrived(start));
  readonly #search = new SearchController(this.#door);
  readonly #uploads = new UploadsController(this.#door, {
    most: () => this.#documents.start?.maxFileBytes ?? Infinity, sayBytes: (bytes) => sayBytes(bytes, this.locale), arrived: () => void this.#documents.reload(),
  });
  readonly #drop = new DropController(this, () => Boolean(this.#documents.start), (files) => this.#send(files));
  readonly #late = new LateModules(this, documentsDictionary.english, () => learnLater(documentsDictionary, this.locale));
  #viewer: Viewer | undefined;
  #focusNext: string | undefined;
  #ready: string | undefined;
  /** Once in a visit: afterwards, what is under way is this page's own. */
  #lookedFor: string | undefined;
  /** The link that was followed already. */
  #followed: string | undefined;

  constructor() {
    super();
    new HashRouteController(this);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#follow();
    const target = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = undefined;
    target.focus();
  }

  protected override sessionChanged(): void {
    super.sessionChanged();
    // What somebody typed and sent is nobody else's.
    if (this.isSignedIn) return;
    this.#search.type('');
    this.#uploads.forget();
    this.#lookedFor = undefined;
  }

  protected override languageChanged(): Promise<unknown> | void {
    if (this.#documents.start) return this.#documents.reload();
  }

  protected override renderWaiting(): Content {
    return documentsSkeleton('');
  }

  protected renderContent(): Content {
    const { session, apiUrl, business } = this.client;
    if (session.state === 'signed_out') return this.#signedOut(this.page?.hostedUrl ?? `${apiUrl}/p/${business}`);
    const { result, start } = this.#documents;
    if (start) return this.#screen(start, result.state === 'failed');
    if (result.state !== 'failed') return documentsSkeleton(this.t('loading'));
    const isOffline = result.error instanceof PortalError && result.error.code === 'unreachable';
    return failed({ message: this.t(isOffline ? 'offline' : 'failed'), retry: this.t('tryAgain'), onRetry: () => void this.#documents.reload() });
  }

  #signedOut(hostedUrl: string): TemplateResult {
    return html`<div class="signed-out" part="message"><p class="sentence">${this.t('signInToSee')}</p>${signInLink(this.t('signIn'), hostedUrl, 'button secondary')}</div>`;
  }

  #screen(start: DocumentStart, isStale: boolean): TemplateResult {
    const { notice, failure } = this.#documents;
    const total = start.categories.reduce((sum, { count }) => sum + count, 0);
    return html`<div class="screen">
      ${total > 0 ? html`<div class="head" part="header">${this.#searchField()}${this.#search.isOn ? nothing : html`<div class="filters">${this.#chips(start)}${projectChoice(this.#say, start, this.#documents.project, (id) => void this.#documents.show(this.#documents.category, id))}</div>`}</div>` : nothing}
      ${[notice, failure, this.#search.failure].map((text) => (text ? html`<p class="error" part="error" role="alert">${text}</p>` : nothing))}
      ${isStale ? html`<p class="trouble">${this.t('stale')} <button type="button" class="plain" part="button" @click=${() => void this.#documents.reload()}>${this.t('tryAgain')}</button></p>` : nothing}
      ${unfinishedList({
        say: this.#say, items: this.#uploads.unfinished, mistaken: this.#uploads.mistaken, digits: (value) => this.digits(value),
        onFiles: (upload, files) => this.#uploads.goOn(upload, files), onDiscard: (upload) => this.#uploads.discard(upload),
      })}
      ${sendings({
        say: this.#say, items: this.#uploads.items, digits: (value) => this.digits(value), onAgain: (item) => this.#uploads.again(item), onDrop: (id) => this.#uploads.drop(id),
      })}
      ${this.#search.isOn ? nothing : requestList({ say: this.#say, requests: start.requests, toReview: start.toReview, headingLevel: this.headingLevel, onOpen: (id) => this.#open(id), onFiles: (files, id) => this.#uploads.add(files, undefined, id) })}
      ${this.#search.isOn ? this.#found() : this.#list(total)}
      ${sendButton(this.#say, (files) => this.#send(files))}
      ${this.#viewerPart()}
      ${this.#drop.isOver ? html`<div class="dropping">${this.t('drop')}</div>` : nothing}</div>`;
  }

  #searchField(): TemplateResult {
    return html`<div class="search" role="search" part="search">${glass}<input type="search" part="input" aria-label=${this.t('search')} placeholder=${this.t('search')} autocomplete="off" enterkeyhint="search" maxlength="200" .value=${this.#search.text}
      @input=${(event: Event) => this.#search.type((event.target as HTMLInputElement).value)} @change=${() => void this.#search.ask()}></div>`;
  }

  #chips({ categories }: DocumentStart): TemplateResult | typeof nothing {
    const { category: shown } = this.#documents;
    const some = documentCategories.filter((name) => name === shown || categories.some(({ category, count }) => category === name && count > 0));
    if (some.length < 2) return nothing;
    return html`<div class="chips" role="radiogroup" aria-label=${this.t('show')} part="filter">${[undefined, ...some].map((name) => html`<label><input type="radio" name="category" .checked=${name === shown}
      @change=${() => void this.#documents.show(name, this.#documents.project)}><span>${this.t(name ?? 'all')}</span></label>`)}</div>`;
  }

  #list(total: number): TemplateResult {
    const { items, hasMore, busy } = this.#documents;
    if (items.length === 0) return busy === 'list' ? documentsSkeleton(this.t('loading')) : empty(this.t(total === 0 ? 'noneYet' : 'noneHere'));
    return html`<div><ul class="rows" role="list" part="list">${items.map((item) => documentRow(this.#rows(), item))}</ul>
      ${hasMore ? html`<button type="button" class="plain" part="button" data-action="more" aria-busy=${busy === 'more' ? 'true' : nothing} @click=${() => void this.#documents.more()}>${this.t('more')}</button>` : nothing}</div>`;
  }

  #found(): TemplateResult {
    const { found, text } = this.#search;
    if (!found) return documentsSkeleton(this.t('loading'));
    if (found.length === 0) return html`<p part="empty">${this.t('nothingFound', { text: text.trim() })}</p>`;
    return html`<div><div class="eyebrow" part="title" role="heading" aria-level=${this.headingLevel}>${this.t('found', { count: found.length })}</div><ul class="rows" role="list" part="list">${found.map(({ document, nameMarks, passage }) => documentRow(this.#rows(), document, {
      name: marked(document.name, nameMarks), passage: passage ? marked(passage.text, passage.marks) : nothing,
    }))}</ul></div>`;
  }

  #rows(): RowView {
    const { opened, busy } = this.#documents;
    return { say: this.#say, opened, busy, isTaken: (id) => this.#documents.isTaken(id), onOpen: (id) => this.#open(id), onSave: (id) => void this.#documents.save(id) };
  }

  #open(id: string): void {
    this.#late.forgetFailures();
    void this.#documents.open(id);
  }

  /** Fetched when the first document is opened. */
  #viewerPart(): TemplateResult | typeof nothing {
    if (!this.#documents.opened) return nothing;
    const module = this.#late.get('viewer', () => import('./viewer/viewer-view.ts'));
    if (!module) return this.#late.isMissing('viewer') ? html`<p class="error" part="error" role="alert">${this.t('offline')}</p>` : nothing;
    this.#viewer ??= module.viewerFor({
      ...this.#door, say: (key, values) => this.t(key as DocumentsMessage, values), root: () => this.renderRoot, opened: () => this.#documents.opened?.document,
      closed: () => this.#documents.close(), reload: () => this.#documents.reload(), save: (id, version) => this.#documents.save(id, version), busy: () => this.#documents.busy,
    });
    return this.#viewer.render();
  }

  #send(files: Iterable<File>): void {
    const { category } = this.#documents;
    this.#uploads.add(files, category === 'invoices' ? undefined : category);
  }

  #arrived({ business, unfinished }: DocumentStart): void {
    this.adoptBusiness(business);
    if (unfinished > 0 && this.#lookedFor !== business.key) void this.#uploads.lookForUnfinished();
    this.#lookedFor = business.key;
    if (this.#ready === business.key) return;
    this.#ready = business.key;
    void this.updateComplete.then(() => this.emit('portal-ready', { business: business.key }));
  }

  /** `#portal/documents/<id>` opens that one, `…/requests/<id>` leads to what is asked for; once it is known who is there. */
  #follow(): void {
    const { section, parts: [id, request] = [] } = readRoute() ?? {};
    const wanted = request ?? id;
    if (section !== 'documents' || !wanted || !this.#documents.start || this.#followed === wanted) return;
    this.#followed = wanted;
    if (id === 'requests') this.#door.focus(`[data-request="${CSS.escape(wanted)}"] input`);
    else void this.#documents.follow(wanted);
  }

  #complain(error: unknown): string {
    const { code, message } = error instanceof PortalError ? error : new PortalError('internal', this.t('notSent'));
    this.emit('portal-error', { code, message });
    return this.explain(error) ?? message;
  }
}
