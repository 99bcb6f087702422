import type { Service } from '@portico/contract/bookings/services.ts';
import { snippetOf, type SnippetTag } from '@portico/contract/embed-snippet.ts';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { localeOf } from '../base/locale-of.ts';
import { ownZone } from '../base/own-zone.ts';
import { pageClient } from '../base/page-client.ts';
import { codeBox, segments } from './playground-parts.template.ts';
import { cssOf, elements, pages, type ElementKey, type PageKey, type Tokens } from './playground-controls.ts';
import { mainFields, tokenFields } from './playground-fields.template.ts';
import { playgroundStyles } from './portico-playground.styles.ts';

/**
 * The elements themselves, live, on pages of three kinds, with everything that can be changed beside them: ends in a
 * snippet and a rule to copy. The console and the example page show the same one.
 */
export class PorticoPlayground extends LitElement {
  static override properties: PropertyDeclarations = {
    business: {}, apiUrl: { attribute: 'api-url' },
    element: { state: true }, page: { state: true }, tokens: { state: true }, wishes: { state: true }, services: { state: true }, accent: { state: true }, copied: { state: true }, isMissing: { state: true },
  };
  static override styles = playgroundStyles;

  declare business: string;
  declare apiUrl: string | undefined;
  declare element: ElementKey;
  declare page: PageKey;
  declare tokens: Tokens;
  /** Attributes of the tag. */
  declare wishes: Readonly<Record<string, string | true>>;
  declare services: readonly Service[];
  /** The business's own. */
  declare accent: string | undefined;
  declare copied: string;
  declare isMissing: boolean;
  #shown: HTMLElement | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.business = '';
    this.element = 'bookings';
    this.page = 'light';
    this.tokens = {};
    this.wishes = {};
    this.services = [];
    this.copied = '';
    this.isMissing = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settling);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('element') || changed.has('page') || changed.has('business')) this.#show();
    if (changed.has('tokens') || changed.has('wishes') || changed.has('element') || changed.has('page')) this.#dress();
    if (changed.has('business') && this.business) void this.#readServices();
  }

  protected override render(): TemplateResult {
    const tag = this.#tag;
    const css = cssOf(tag, this.tokens);
    const snippet = snippetOf({ scriptUrl: `${this.#apiUrl}/v1/portal.js`, key: this.business, hostedUrl: `${this.#apiUrl}/p/${this.business}` }, [{ element: this.element, attributes: this.#attributes }]);
    return html`
      <div class="bar">
        ${segments('Element', elements, this.element, (key) => { this.element = key; })}
        ${segments('Page', pages, this.page, (key) => { this.page = key; })}
        ${css === '' && Object.keys(this.wishes).length === 0 ? nothing : html`<button type="button" class="quiet" @click=${this.#reset}>Start over</button>`}
      </div>
      <div class="fields">${mainFields(this.tokens, this.accent, this.#setToken)}${this.#wishFields()}</div>
      <details><summary>All ${tokenFields.count} tokens</summary>${tokenFields.render(this.tokens, this.#setToken)}</details>
      <div class="stage ${this.page}" data-page=${this.page}>
        ${keyed(`${this.element} ${this.page}`, html`<div class="column"><p class="headline">${this.element === 'bookings' ? 'Come and see us' : 'For our clients'}</p>
          <p>This is a page like yours. What follows takes over its text, its colours and its width.</p>${this.#shown}${this.isMissing ? html`<p role="alert">The element could not be fetched. Reload the page to try again.</p>` : nothing}</div>`)}
      </div>
      <div class="codes">
        ${codeBox('Where it should appear', snippet, this.copied, this.#copy)}
        ${codeBox('In your stylesheet', css || `/* Nothing to add: ${tag} follows your page. */`, this.copied, this.#copy)}
      </div>`;
  }

  get #tag(): string {
    return `portal-${this.element}`;
  }

  get #apiUrl(): string {
    return (this.apiUrl ?? new URL(import.meta.url).origin).replace(/\/+$/, '');
  }

  /** Only what the chosen element knows. */
  get #attributes(): NonNullable<SnippetTag['attributes']> {
    return Object.fromEntries(Object.entries(this.wishes).filter(([name]) => name === 'theme' || this.element === 'bookings'));
  }

  /** A fresh element for a fresh page: it looks around when it arrives. */
  #show(): void {
    const shown = document.createElement(this.#tag);
    shown.setAttribute('business', this.business);
    shown.setAttribute('api-url', this.#apiUrl);
    this.#shown = shown;
    void this.#load();
  }

  async #load(): Promise<void> {
    this.isMissing = false;
    if (customElements.get(this.#tag)) return;
    const address = new URL(`${this.element}.js`, import.meta.url).href;
    await import(address).catch(() => { this.isMissing = true; });
  }

  #dress(): void {
    const { style } = this.#shown ?? this;
    style.cssText = '';
    for (const [name, value] of Object.entries(this.tokens)) if (value) style.setProperty(name, value);
    for (const name of ['theme', 'service', 'lock-service', 'lock-provider']) {
      const value = this.#attributes[name];
      if (value === undefined) this.#shown?.removeAttribute(name);
      else this.#shown?.setAttribute(name, value === true ? '' : value);
    }
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#lookAround(), 120);
  }

  /** The element works out readable colours when it arrives on a page; a new accent is a new page to it. */
  #lookAround(): void {
    const { parentElement, nextSibling } = this.#shown ?? {};
    if (this.#shown && parentElement) parentElement.insertBefore(this.#shown, nextSibling ?? null);
  }

  #wishFields(): TemplateResult {
    const choose = (name: string) => (event: Event): void => this.#setWish(name, (event.target as HTMLSelectElement).value || undefined);
    const check = (name: string) => (event: Event): void => this.#setWish(name, (event.target as HTMLInputElement).checked || undefined);
    const box = (name: string, label: string): TemplateResult => html`<label class="check"><input type="checkbox" .checked=${this.wishes[name] === true} @change=${check(name)}>${label}</label>`;
    const choice = (name: string, label: string, choices: readonly (readonly [string, string])[]): TemplateResult => html`<label>${label}<select name=${name} .value=${this.wishes[name] ?? ''} @change=${choose(name)}>
      ${choices.map(([value, words]) => html`<option value=${value} ?selected=${(this.wishes[name] ?? '') === value}>${words}</option>`)}</select></label>`;
    return html`
      ${choice('theme', 'Theme', [['', 'Like the page'], ['light', 'Light'], ['dark', 'Dark']])}
      ${this.element === 'bookings' ? html`${choice('service', 'Begin with', [['', 'What comes first'], ...this.services.map(({ id, name }) => [id, name] as const)])}
        <div class="checks">${box('lock-service', 'Only this service')}${box('lock-provider', 'Nobody to choose')}</div>` : nothing}`;
  }

  #setWish(name: string, value: string | true | undefined): void {
    const { [name]: _, ...rest } = this.wishes;
    this.wishes = value === undefined ? rest : { ...rest, [name]: value };
  }

  readonly #setToken = (name: string, value: string): void => {
    const { [name]: _, ...rest } = this.tokens;
    this.tokens = value === '' ? rest : { ...this.tokens, [name]: value };
  };

  readonly #reset = (): void => {
    this.tokens = {};
    this.wishes = {};
  };

  readonly #copy = async (text: string): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false);
    this.copied = isCopied ? text : '';
    setTimeout(() => { if (this.copied === text) this.copied = ''; }, 2500);
  };

  async #readServices(): Promise<void> {
    const { business } = this;
    const start = await pageClient(business, this.#apiUrl).bookings.start({ lang: localeOf(this), timeZone: ownZone() }).catch(() => undefined);
    if (!start || business !== this.business) return;
    this.services = start.services;
    this.accent = start.business.accent;
  }
}
