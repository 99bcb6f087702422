import { html, type TemplateResult } from 'lit';
import { whenSignedOut, whenTotpRequired } from '../api/http.ts';
import { sentenceOf } from '../api/problem-error.ts';
import '../auth/portico-door.ts';
import { adoptStyles } from '../ui/adopt-styles.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-choice.ts';
import '../ui/portico-swatch.ts';
import './portico-shell.ts';
import { go, onPlace, placeNow, watchAddress } from './router.ts';
import { leaveSession, meNow, onSession, renewSession, sessionNow } from './session.ts';
import { shellStyles } from './shell.styles.ts';

const linkScreens = new Set(['invitation', 'reset', 'sign-in', 'confirm-email']);

/** The whole console: the door when nobody is signed in, else the house. */
export class PorticoConsole extends LightElement {
  #leave: readonly (() => void)[] = [];
  /** Where somebody wanted to go before having to sign in. */
  #wanted = '';

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(shellStyles);
    const update = (): void => this.requestUpdate();
    this.#leave = [watchAddress(), onPlace(update), onSession(update)];
    whenSignedOut(() => { void leaveSession(); });
    whenTotpRequired(() => { if (!meNow()?.mustAddTotp) void renewSession(); });
    void renewSession();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave) leave();
  }

  protected override render(): TemplateResult {
    const session = sessionNow();
    const { screen, rest: [token = ''] } = placeNow();
    if (session.state === 'failed') return this.#failed(session.error);
    if (session.state === 'starting') return html``;
    if (token && linkScreens.has(screen)) return html`<portico-link-door .kind=${screen} .token=${token} @signed-in=${this.#enter}></portico-link-door>`;
    if (screen === 'sign-up') return html`<portico-sign-up @signed-in=${this.#enter}></portico-sign-up>`;
    if (session.state === 'here') return html`<portico-shell></portico-shell>`;
    if (screen && screen !== 'sign-in') this.#wanted = location.hash;
    return html`<portico-door .door=${session.door} @signed-in=${this.#enter}></portico-door>`;
  }

  protected override updated(): void {
    const { screen, rest } = placeNow();
    if (screen === 'sign-up') void import('../business/portico-sign-up.ts');
    if (rest[0] && linkScreens.has(screen)) void import('../auth/portico-link-door.ts');
  }

  #failed(error: unknown): TemplateResult {
    return html`<main class="door"><div class="door-column"><h1>The console cannot be reached</h1><p role="alert">${sentenceOf(error)}</p>
      <div class="actions"><button type="button" class="primary" @click=${() => void renewSession()}>Try again</button></div></div></main>`;
  }

  readonly #enter = async (event: Event): Promise<void> => {
    const { detail } = event as CustomEvent<string | null>;
    go(detail ?? (this.#wanted || '#/today'), { replace: true });
    this.#wanted = '';
    await renewSession();
  };
}

customElements.define('portico-console', PorticoConsole);
