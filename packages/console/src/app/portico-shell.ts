import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { closeSheet, currentSheet, onSheet } from '../ui/sheet.ts';
import { currentToast, dropToast, onToast } from '../ui/toasts.ts';
import { foreseeScreens } from './foresee-screens.ts';
import { followLive } from './live.ts';
import './portico-search.ts';
import { go, onPlace, placeNow } from './router.ts';
import { knownScreen, screens } from './screens.ts';
import { leaveSession, meNow, onSession } from './session.ts';
import { watchShortcuts } from './shortcuts.ts';

const entries: readonly { readonly screen: string; readonly name: string; readonly icon: IconName }[] = [
  { screen: 'today', name: 'Today', icon: 'today' },
  { screen: 'calendar', name: 'Calendar', icon: 'calendar' },
  { screen: 'clients', name: 'Clients', icon: 'clients' },
  { screen: 'invoices', name: 'Invoices', icon: 'invoices' },
  { screen: 'documents', name: 'Documents', icon: 'documents' },
  { screen: 'settings', name: 'Settings', icon: 'settings' },
];

/** Navigation, the current screen, and at most one sheet beside it. */
export class PorticoShell extends LightElement {
  static override properties = { loaded: { state: true }, failed: { state: true } };
  declare loaded: ReadonlySet<string>;
  declare failed: boolean;
  #leave: readonly (() => void)[] = [];
  #unfollow: (() => void) | undefined;
  #sheetName = '';
  #focusBefore: HTMLElement | null = null;

  constructor() {
    super();
    this.loaded = new Set();
    this.failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const update = (): void => this.requestUpdate();
    const moved = (): void => { closeSheet(); update(); window.scrollTo(0, 0); };
    this.#leave = [onPlace(moved), onSheet(update), onToast(update), watchShortcuts(this), onSession(() => { this.#follow(); update(); })];
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave) leave();
    this.#unfollow?.();
    this.#unfollow = undefined;
    closeSheet();
  }

  /** Begins once the server opens the house: not before a required authenticator app is there. */
  readonly #follow = (): void => {
    const me = meNow();
    if (this.#unfollow || !me || me.mustAddTotp) return;
    this.#unfollow = followLive(() => { void leaveSession(); });
    foreseeScreens();
  };

  protected override render(): TemplateResult {
    const me = meNow();
    const place = placeNow();
    const screen = me?.mustAddTotp ? 'settings' : knownScreen(place);
    const rest = me?.mustAddTotp ? ['account'] : place.rest;
    void this.#load(screen);
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>Skip to content</a>
      <nav class="nav" aria-label="Main">
        <p class="nav-business" title=${me?.business.name ?? ''}>${me?.business.name}</p>
        <ul>${entries.map((entry) => html`<li><a href="#/${entry.screen}" aria-current=${entry.screen === screen ? 'page' : nothing}>${icon(entry.icon)}<span>${entry.name}</span></a></li>`)}</ul>
        <button type="button" class="nav-search quiet" @click=${this.search}>${icon('search')}<span>Search clients</span><kbd>/</kbd></button>
        <div class="nav-foot"><a href="#/settings/account">${me?.name}</a>${me?.demo ? html`<a href="/mailbox" target="_blank" rel="noopener">Demo mailbox ${icon('open')}</a>` : nothing}</div>
      </nav>
      <main id="main" tabindex="-1">${this.#screen(screen, rest)}</main>
      ${this.#sheet()}
      <portico-search></portico-search>
      <div class="toast-place" role="status">${this.#toast()}</div>`;
  }

  search = (): void => this.querySelector('portico-search')?.open();

  #screen(screen: string, rest: readonly string[]): TemplateResult {
    if (this.failed) {
      return html`<div class="page empty" role="alert"><p>This screen could not be fetched. Perhaps the connection was lost, or the console was renewed.</p>
        <button type="button" @click=${() => location.reload()}>Reload</button></div>`;
    }
    return this.loaded.has(screen) ? screens[screen]?.view(rest) ?? html`` : html``;
  }

  async #load(screen: string): Promise<void> {
    if (this.loaded.has(screen)) return;
    try {
      await screens[screen]?.load();
      this.failed = false;
      this.loaded = new Set([...this.loaded, screen]);
    } catch {
      this.failed = true;
    }
  }

  #sheet(): TemplateResult {
    const sheet = currentSheet();
    return html`<dialog class="sheet" aria-labelledby="sheet-title" @cancel=${this.#cancelled} @keydown=${this.#sheetPressed}>
      ${sheet ? html`<header><h2 id="sheet-title" tabindex="-1">${sheet.title}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${closeSheet}>${icon('close')}</button></header>
        <div class="sheet-body">${sheet.body}</div>` : nothing}</dialog>`;
  }

  protected override updated(): void {
    const dialog = this.querySelector<HTMLDialogElement>('.sheet');
    const name = currentSheet()?.name ?? '';
    if (!dialog || name === this.#sheetName) return;
    if (!this.#sheetName) this.#focusBefore = document.activeElement as HTMLElement | null;
    this.#sheetName = name;
    if (!name) {
      dialog.close();
      this.#focusBefore?.focus();
      return;
    }
    if (!dialog.open) this.#show(dialog);
    dialog.querySelector<HTMLElement>('[autofocus], #sheet-title')?.focus();
  }

  /** On a phone the sheet covers the page, so the page must be out of reach; beside a wide page it is not modal. */
  #show(dialog: HTMLDialogElement): void {
    if (matchMedia('(max-width: 719px)').matches) dialog.showModal();
    else dialog.show();
  }

  readonly #cancelled = (event: Event): void => {
    event.preventDefault();
    closeSheet();
  };

  readonly #sheetPressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) closeSheet();
  };

  #toast(): TemplateResult | typeof nothing {
    const toast = currentToast();
    if (!toast) return nothing;
    const { action } = toast;
    return html`<div class="toast ${toast.tone ?? ''}"><span>${toast.text}</span>
      ${action ? html`<button type="button" class="link" @click=${() => { dropToast(); action.run(); }}>${action.label}</button>` : nothing}
      <button type="button" class="icon-button" aria-label="Dismiss" @click=${dropToast}>${icon('close')}</button></div>`;
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('#main')?.focus();
  };

  book = (): void => {
    void import('../bookings/open-booking-sheets.ts').then(({ openBookSheet }) => openBookSheet({}));
  };

  today = (): void => go('#/today');
}

customElements.define('portico-shell', PorticoShell);
