import type { Me } from '@portico/contract/auth.ts';
import type { BusinessPage } from '@portico/contract/business.ts';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { failed, skeleton } from '../base/feedback.template.ts';
import { deepLink, HashRouteController } from '../base/hash-route.ts';
import { LoadController } from '../base/load-controller.ts';
import type { Say } from '../base/localize.ts';
import type { BaseMessage } from '../base/base-messages.ts';
import { LateModules } from '../base/late-modules.ts';
import { LightForm } from '../base/light-form.ts';
import { learnLater } from '../base/localize.ts';
import { PortalElement } from '../base/portal-element.ts';
import { loginColumn, signInWays } from './login-column.template.ts';
import type { Ways } from './login-column.template.ts';
import { LoginController } from './login-controller.ts';
import { loginForm } from './login-form.template.ts';
import { loginDictionary } from './login-messages.ts';
import type { LoginMessage } from './login-messages.ts';
import type * as Steps from './login-steps.ts';
import { styles } from './portal-login.styles.ts';
import { SpareRoomController } from './spare-room.ts';

/**
 * Where clients sign in, and then find their account. Its inputs are its own light-DOM children, so that password
 * managers work.
 *
 * @customElement portal-login
 * @fires portal-before-sign-in - About to sign in; `preventDefault()` keeps what was typed. Detail: `by`.
 * @fires portal-before-sign-out - About to sign out; `preventDefault()` stops it.
 * @fires portal-signed-in - Somebody signed in, here or in another tab.
 * @fires portal-signed-out - The session ended.
 * @fires portal-ready - What is needed is on the screen. Detail: `business`.
 * @cssstate compact - Less than the reserved height is needed, so it was given back.
 * @fires portal-error - Something failed. Detail: `code, message`.
 */
export class PortalLogin extends PortalElement<LoginMessage> {
  static override properties: PropertyDeclarations = { isAccountOpen: { state: true } };
  static override styles: CSSResultGroup = [PortalElement.styles, styles];

  declare isAccountOpen: boolean;
  protected override readonly dictionary = loginDictionary;
  readonly say: Say<LoginMessage | BaseMessage> = (key, values) => this.t(key, values);

  readonly #door = new LoadController<BusinessPage>(this, async () => this.client.page(), () => this.clientIfAny);
  readonly #me = new LoadController<Me>(this, async (signal) => this.client.me.read({ signal }), () => (this.isSignedIn ? this.clientIfAny : undefined));
  readonly #login = new LoginController(this, () => this.client, this.emit);
  readonly #light = new LightForm(this, { content: () => this.#form(), onSubmit: () => void this.#submit() });
  readonly #late = new LateModules(this, this.dictionary.english, () => learnLater(this.dictionary, this.locale));
  #isReady = false;
  #isPanelFailed = false;

  constructor() {
    super();
    this.isAccountOpen = false;
    // What comes after the first question is fetched at the first sign of an answer.
    for (const sign of ['pointerover', 'focusin']) this.addEventListener(sign, () => void this.steps().catch(() => undefined), { once: true });
    // Who is signed in needs one line of what the form needed.
    new SpareRoomController(this, () => this.#me.result.state === 'ready');
    new HashRouteController(this, (route) => route && globalThis.isSecureContext && void this.#login.follow(route));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { result } = this.#door;
    if (result.state === 'ready') this.adoptBusiness(result.value);
    if (this.#me.result.value?.mustAddTotp && !this.isAccountOpen) void this.#openAccount();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { result } = this.#door;
    const isKnown = this.isSignedIn ? this.#me.result.state !== 'loading' : result.state === 'ready';
    if (this.#isReady || !(isKnown || result.state === 'failed')) return;
    this.#isReady = true;
    if (result.state === 'failed') this.emit('portal-error', { code: codeOf(result.error), message: this.t('failed') });
    else this.emit('portal-ready', { business: this.client.business });
  }

  protected override sessionChanged(): void {
    super.sessionChanged();
    const { state } = this.client.session;
    if (state === 'signed_in') this.emit('portal-signed-in', {});
    if (state === 'signed_out' && this.hasUpdated && this.#isReady) this.emit('portal-signed-out', {});
    if (state === 'signed_out') this.isAccountOpen = false;
  }

  steps(): Promise<typeof Steps> {
    return this.#late.fetch('steps', loadSteps);
  }

  /** There as soon as one of them is on the screen. */
  get #stepsIfAny(): typeof Steps | undefined {
    return this.#login.view.kind === 'sign-in' ? undefined : this.#late.get('steps', loadSteps);
  }

  protected override renderWaiting(): TemplateResult {
    return this.#bones('');
  }

  protected override renderContent(): TemplateResult {
    if (!globalThis.isSecureContext) {
      this.warnOwner('not_https');
      return html`<p part="message" role="alert">${this.t('needsHttps')}</p>`;
    }
    const { session } = this.client;
    const { result } = this.#door;
    if (session.state === 'unknown') return this.#bones();
    if (this.isSignedIn) return this.#renderPerson();
    if (result.state === 'failed' && !result.value) {
      return failed({ message: this.t(codeOf(result.error) === 'unreachable' ? 'offline' : 'failed'), retry: this.t('tryAgain'), onRetry: () => void this.#door.run() });
    }
    if (!result.value) return this.#bones();
    if (this.#isHosted(result.value)) return this.#renderHosted(result.value);
    if (this.#login.isOpening) return this.#bones();
    const { view, values, notice } = this.#login;
    const { say } = this;
    return loginColumn({
      ...(view.kind !== 'sign-in' && this.#stepsIfAny?.stepColumn(say, view, values.email.trim(), this.#ways)
        || { title: say('signInTitle'), reason: undefined, ways: signInWays(say, this.#ways) }),
      businessName: result.value.name, headingLevel: this.headingLevel, notice,
    });
  }

  readonly #ways: Ways = {
    onMailCode: () => void this.#act(() => this.#login.mailCode()),
    onForgotten: () => void this.#act(() => this.#login.show('reset')),
    onSwitch: () => void this.#act(async () => this.#login.switchSecondStep()),
    onBack: () => void this.#act(() => this.#login.show('sign-in')),
  };

  /** The form is there exactly when the column that has its slot is. */
  #form(): TemplateResult | undefined {
    if (!this.renderRoot.querySelector('slot[name="form"]') || this.isSignedIn) return undefined;
    const { view, values, errors, failure, isBusy } = this.#login;
    return loginForm({
      form: this.#light.id, say: this.say, view, values, errors, failure, isBusy, onInput: (field, value) => this.#typed(field, value),
    }, this.#stepsIfAny);
  }

  #typed(field: Parameters<LoginController['type']>[0], value: string): void {
    void this.#act(async () => this.#login.type(field, value), false);
  }

  #submit(): Promise<void> {
    return this.#act(() => this.#login.submit());
  }

  /** Afterwards focus is where the person goes on: at what is wrong, or at the next question. */
  async #act(act: () => Promise<void>, moves = true): Promise<void> {
    const before = this.#login.view;
    await act();
    await this.updateComplete;
    const { view, errors } = this.#login;
    if (moves && (view !== before || Object.values(errors).some(Boolean))) this.#light.focus();
  }

  #renderPerson(): TemplateResult {
    const { state, value: me } = this.#me.result;
    if (state === 'failed' && !me) {
      return html`
        ${failed({ message: this.t('accountFailed'), retry: this.t('tryAgain'), onRetry: () => void this.#me.run() })}
        <button type="button" class="plain" part="button" data-action="sign-out" @click=${this.#signOut}>${this.t('signOut')}</button>`;
    }
    if (!me) return this.#bones();
    return html`
      <div class="person" part="header">
        <p>${this.t('signedInAs', { name: me.name })}</p>
        <div>
          <button type="button" class="plain" part="button" data-action="account" aria-expanded=${this.isAccountOpen} @click=${this.#toggleAccount}>${this.t('account')}</button>
          <button type="button" class="plain" part="button" data-action="sign-out" @click=${this.#signOut}>${this.t('signOut')}</button>
        </div>
      </div>
      ${this.client.session.persistent ? nothing : html`<p class="hint">${this.t('notKept')}</p>`}
      ${me.mustAddTotp ? html`<p class="notice" part="notice">${this.t('mustAddTotp', { business: this.page?.name ?? '' })}</p>` : nothing}
      ${this.isAccountOpen ? this.#renderAccount(me) : nothing}
    `;
  }

  #renderAccount(me: Me): TemplateResult {
    if (this.#isPanelFailed) {
      return failed({ message: this.t('accountFailed'), retry: this.t('tryAgain'), onRetry: () => void this.#openAccount() });
    }
    return html`
      <portal-account class="account" exportparts="base, button, button-primary, error, item, list, message, notice, skeleton, title" .business=${this.client.business} .apiUrl=${this.client.apiUrl} .me=${me} .formPlace=${this}
        theme=${this.theme ?? nothing} .headingLevel=${this.headingLevel} @portal-account-changed=${this.#reloadMe}>
        <slot name="form" slot="form"></slot>
      </portal-account>
    `;
  }

  readonly #reloadMe = (): void => void this.#me.run();

  readonly #signOut = (): void => {
    if (this.emit('portal-before-sign-out', {})) void this.client.session.signOut();
  };

  readonly #toggleAccount = (): void => {
    if (this.isAccountOpen) this.isAccountOpen = false;
    else void this.#openAccount();
  };

  async #openAccount(): Promise<void> {
    this.isAccountOpen = true;
    this.#isPanelFailed = false;
    try {
      await import('./portal-account.ts');
    } catch {
      this.#isPanelFailed = true;
    }
    this.requestUpdate();
  }

  #isHosted({ signInOn, hostedUrl }: BusinessPage): boolean {
    return signInOn === 'hosted' && new URL(hostedUrl, location.href).origin !== location.origin;
  }

  #renderHosted({ name, hostedUrl }: BusinessPage): TemplateResult {
    return html`
      <div class="side">
        <p>${this.t('hosted', { business: name })}</p>
        <a class="button primary" part="button button-primary" href=${hostedUrl + deepLink()}>${this.t('hostedLink')}</a>
      </div>
    `;
  }

  #bones(label = this.t('loading')): TemplateResult {
    return html`<div class="column">${skeleton(label, html`
      <div class="bone"></div><div class="bone tall"></div><div class="bone tall"></div><div class="bone tall"></div>`)}</div>`;
  }
}

const loadSteps = (): Promise<typeof Steps> => import('./login-steps.ts');

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'internal';
}
