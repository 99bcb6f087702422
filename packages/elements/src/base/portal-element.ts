import type { PortalClient } from '@portico/client/portal-client.ts';
import { PortalError } from '@portico/client/portal-error.ts';
import type { PortalErrorCode } from '@portico/client/portal-error.ts';
import type { BusinessPage } from '@portico/contract/business.ts';
import type { EmbedFindingCode } from '@portico/contract/embed-findings.ts';
import { html, LitElement } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { baseDictionary } from './base-messages.ts';
import type { BaseMessage } from './base-messages.ts';
import { controls } from './controls.styles.ts';
import { skeleton } from './feedback.template.ts';
import { LanguageController } from './language-controller.ts';
import { LiveRegion } from './live-region.ts';
import { loaderConfig } from './loader-config.ts';
import { fill, problemIn, say, wordsIn } from './localize.ts';
import type { Dictionary, Values, Words } from './localize.ts';
import { pageClient } from './page-client.ts';
import type { Emit } from './portal-events.ts';
import { fitColours } from './surface.ts';
import { tokens } from './tokens.styles.ts';

/** Something to show, or lit's `nothing`. */
export type Content = TemplateResult | symbol;

/**
 * What all elements share: which business they show, the page's client, language, theme, events. A subclass renders
 * its inside with `renderContent()`, names its words in `messages`, and starts its `styles` with `PortalElement.styles`.
 *
 * @attr business - The business's key; left out: the loader's `data-business`.
 * @attr api-url - Where the API lives; left out: where the script came from.
 * @attr theme - `auto` (like the page), `light` or `dark`.
 * @attr heading-level - The level of the element's first heading, 1 to 6.
 * @cssstate loading - Waiting for the first answer.
 * @cssstate empty - There is nothing to show.
 * @cssstate error - It could not be shown.
 * @cssstate signed-in - Somebody is signed in.
 * @csspart base - Everything.
 * @csspart button - Each button; with `button-primary` or `button-danger`.
 * @csspart button-primary - The one next action.
 * @csspart error - What went wrong.
 * @csspart message - A sentence instead of the content.
 * @csspart skeleton - What stands in while the content is loading.
 * @csspart title - A heading.
 * @csspart header - The line on top.
 * @csspart notice - What has just happened.
 * @csspart list - Several of a kind.
 * @csspart item - One of them.
 */
export abstract class PortalElement<Key extends string = never> extends LitElement {
  static override properties: PropertyDeclarations = {
    business: {},
    apiUrl: { attribute: 'api-url' },
    theme: { reflect: true },
    headingLevel: { attribute: 'heading-level', type: Number },
  };
  static override styles: CSSResultGroup = [tokens, controls];

  declare business: string | undefined;
  declare apiUrl: string | undefined;
  declare theme: 'auto' | 'light' | 'dark' | undefined;
  declare headingLevel: number;

  /** The element's own words. */
  protected abstract readonly dictionary: Dictionary<Key, never>;

  readonly #language = new LanguageController(this, () => [baseDictionary, this.dictionary], () => this.languageChanged());
  readonly #liveRegion = new LiveRegion(this);
  readonly #states = CSS.supports('selector(:state(empty))') ? this.attachInternals().states : undefined;
  #client: PortalClient | undefined;
  #leaveSession: (() => void) | undefined;
  #page: BusinessPage | undefined;
  #words: { readonly locale: string; readonly page: BusinessPage | undefined; readonly words: Words } | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** The element's inside. */
  protected abstract renderContent(): Content;

  /** The page's client for this business; undefined as long as nobody said which business. */
  protected get clientIfAny(): PortalClient | undefined {
    const business = this.business ?? loaderConfig()?.business;
    if (!business) return undefined;
    const apiUrl = (this.apiUrl ?? loaderConfig()?.apiUrl ?? new URL(import.meta.url).origin).replace(/\/+$/, '');
    if (this.#client?.business !== business || this.#client.apiUrl !== apiUrl) this.#client = pageClient(business, apiUrl);
    return this.#client;
  }

  /** Inside `renderContent()` and after it there always is one. */
  protected get client(): PortalClient {
    const client = this.clientIfAny;
    if (!client) throw new Error(this.t('noBusiness'));
    return client;
  }

  protected get isSignedIn(): boolean {
    return this.clientIfAny?.session.state === 'signed_in';
  }

  /** The language that the element is in. */
  get locale(): string {
    return this.#language.locale;
  }

  get isRtl(): boolean {
    return this.#language.direction === 'rtl';
  }

  /** What is known of the business, once somebody adopted it. */
  protected get page(): BusinessPage | undefined {
    return this.#page;
  }

  /** Takes over the owner's accent and words. Call it when an answer brings them. */
  protected adoptBusiness(page: BusinessPage): void {
    if (this.#page === page) return;
    this.#page = page;
    this.requestUpdate();
    if (this.hasUpdated) this.#fitColours();
  }

  protected t(key: Key | BaseMessage, values?: Values): string {
    const dictionary = key in this.dictionary.english ? this.dictionary : baseDictionary;
    return say(dictionary, this.locale, key, values, this.#wordsNow());
  }

  /** A whole number as the language writes it. */
  protected digits(value: number): string {
    return fill(this.locale, value) ?? '';
  }

  /** Why a call failed, for the person at the screen; undefined where nobody can say. */
  explain(error: unknown): string | undefined {
    const { code, detail, reason } = error instanceof PortalError ? error : new PortalError('internal', '');
    return problemIn(this.locale, code, reason) ?? (detail || undefined);
  }

  /** What is wrong with one field: in the API's words where the page speaks its language. */
  explainField(message: string, otherwise: Key): string {
    return problemIn(this.locale, 'invalid_input') ? this.t(otherwise) : message;
  }

  #wordsNow(): Words {
    const [locale, page] = [this.locale, this.#page];
    if (this.#words?.locale !== locale || this.#words.page !== page) {
      this.#words = { locale, page, words: wordsIn(locale, page?.words, page?.lang) };
    }
    return this.#words.words;
  }

  /** Says it to screen readers. */
  protected announce(text: string): void {
    this.#liveRegion.say(text);
  }

  /** Tells the page; only what has not happened yet can be prevented. */
  protected readonly emit: Emit = (name, detail) => {
    if ('code' in detail) this.warnOwner(detail.code as PortalErrorCode);
    return this.dispatchEvent(new CustomEvent(name, {
      detail: Object.freeze({ ...detail }), bubbles: true, composed: true, cancelable: name.startsWith('portal-before-'),
    }));
  };

  /** Says in the browser's console why nothing shows: the visitor cannot help it. */
  protected warnOwner(code: PortalErrorCode | EmbedFindingCode): void {
    const { localName: tag, clientIfAny: client } = this;
    const known = { business: client?.business ?? '', apiUrl: client?.apiUrl ?? location.origin, page: async () => client?.page() };
    void import('../embed/warn-owner.ts').then(({ warnOwner }) => warnOwner({ tag, ...known }, code)).catch(() => undefined);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#followSession();
    if (this.hasUpdated) this.#fitColours();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaveSession?.();
    this.#leaveSession = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('business') || changed.has('apiUrl')) {
      this.#page = undefined;
      this.#followSession();
    }
  }

  protected override firstUpdated(): void {
    if (this.#page) this.#fitColours();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('theme') || changed.has('business')) this.#fitColours();
    this.#tellStates();
  }

  /** For the page's own rules: `portal-bookings:state(empty)`. */
  #tellStates(): void {
    const shows = (part: string): boolean => this.renderRoot.querySelector(part) !== null;
    const states = { 'loading': shows('[part~="skeleton"]'), 'empty': shows('[part~="empty"]'), 'error': shows('.failed'), 'signed-in': this.isSignedIn };
    for (const [state, is] of Object.entries(states)) this.toggleState(state, is);
  }

  toggleState(state: string, is: boolean): void {
    this.#states?.[is ? 'add' : 'delete'](state);
  }

  /** Somebody signed in or out, here or in another tab. */
  protected sessionChanged(): void {
    this.requestUpdate();
  }

  /** The page has turned to another language: what the server wrote has to be asked for again. */
  protected languageChanged(): Promise<unknown> | void {}

  protected override shouldUpdate(): boolean {
    return !this.#language.isTurning;
  }

  /** What stands there until the words have come. It says nothing: English would flash up. */
  protected renderWaiting(): Content {
    return skeleton('');
  }

  protected override render(): Content {
    return html`<div class="root" part="base" lang=${this.locale} dir=${this.#language.direction}>${this.#renderSafely()}${this.#liveRegion.render()}</div>`;
  }

  /** A mistake of ours must not become an error of the page. */
  #renderSafely(): Content {
    if (!this.#language.isReady) return this.renderWaiting();
    if (!this.clientIfAny) {
      this.warnOwner('no_business');
      return html`<p part="message" role="status">${this.t('noBusiness')}</p>`;
    }
    try {
      return this.renderContent();
    } catch (error) {
      queueMicrotask(() => this.emit('portal-error', { code: 'internal', message: String(error) }));
      return html`<p part="message" role="alert">${this.t('broken')}</p>`;
    }
  }

  #followSession(): void {
    this.#leaveSession?.();
    const session = this.isConnected ? this.clientIfAny?.session : undefined;
    this.#leaveSession = session?.subscribe(() => this.sessionChanged());
    void session?.ready.then(() => this.requestUpdate());
  }

  #fitColours(): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    if (root) fitColours(this, root, this.#page?.accent);
  }
}
