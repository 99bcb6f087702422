import type { Me, Session } from '@portico/contract/auth.ts';
import type { CalendarFeed } from '@portico/contract/bookings/calendar.ts';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, TemplateResult } from 'lit';
import { define } from '../base/define.ts';
import { failed, skeleton } from '../base/feedback.template.ts';
import { LoadController } from '../base/load-controller.ts';
import type { Load } from '../base/load-controller.ts';
import type { Say } from '../base/localize.ts';
import { PortalElement } from '../base/portal-element.ts';
import { sayMoment } from '../base/say-moment.ts';
import type { Content } from '../base/portal-element.ts';
import { AccountController } from './account-controller.ts';
import { accountForm } from './account-form.template.ts';
import { feedRows, sessionRows } from './account-lists.template.ts';
import { accountDictionary } from './account-messages.ts';
import type { AccountMessage } from './account-messages.ts';
import type { AccountField, AccountSection } from './account-step.ts';
import { LightForm } from '../base/light-form.ts';
import { styles } from './portal-account.styles.ts';
import { recoveryCodeList, totpSetup } from './totp-setup.template.ts';

/**
 * What a person can change about their account; fetched when it is opened. Part of `<portal-login>`, whose light DOM
 * holds its form.
 */
export class PortalAccount extends PortalElement<AccountMessage> {
  static override properties: PropertyDeclarations = { me: { attribute: false }, formPlace: { attribute: false } };
  static override styles: CSSResultGroup = [PortalElement.styles, styles];

  declare me: Me | undefined;
  /** The outermost element: what lies deeper in shadow roots is hidden from password managers. */
  declare formPlace: HTMLElement | undefined;
  protected override readonly dictionary = accountDictionary;
  readonly say: Say<AccountMessage> = (key, values) => this.t(key, values);

  readonly #sessions = new LoadController<readonly Session[]>(this, async (signal) => this.client.me.sessions({ signal }), () => this.#openClient);
  readonly #feed = new LoadController<CalendarFeed>(this, async (signal) => this.client.me.feed({ signal }), () => this.#openClient);
  readonly #account = new AccountController(this, () => this.client);
  readonly #light = new LightForm(this, { place: () => this.formPlace ?? this, content: () => this.#form(), onSubmit: () => this.#do(() => this.#account.submit()) });

  /** Until a required authenticator app is there, the server opens nothing else. */
  get #openClient(): unknown {
    return this.me && !this.me.mustAddTotp ? this.clientIfAny : undefined;
  }

  changed(): void {
    this.dispatchEvent(new Event('portal-account-changed'));
    void this.#sessions.run();
  }

  protected override renderContent(): Content {
    if (!this.me) return nothing;
    const isLimited = this.me.mustAddTotp;
    return html`
      <div class="panel">
        <div class="heading" part="title" role="heading" aria-level=${this.headingLevel}>${this.t('accountTitle')}</div>
        ${this.#account.notice ? html`<p class="notice" part="notice" role="status">${this.#account.notice}</p>` : nothing}
        <div class="group">${isLimited ? nothing : html`${this.#email(this.me)}${this.#password(this.me)}`}${this.#totp(this.me)}</div>
        ${isLimited ? nothing : this.#lists()}
      </div>
    `;
  }

  #lists(): TemplateResult {
    return html`
      ${this.#group('feed', this.#feed.result, () => this.#feed.run(), (feed) => feedRows({
        say: this.say, feed, sayDate: this.#sayDate, onMake: () => this.#changeFeed('makeFeed'), onRevoke: () => this.#changeFeed('revokeFeed'),
      }))}
      ${this.#group('sessions', this.#sessions.result, () => this.#sessions.run(), (sessions) => sessionRows({
        say: this.say, sessions, sayDate: this.#sayDate, onRevoke: (session) => void this.#revoke(session), onEverywhere: () => void this.#everywhere(),
      }))}
    `;
  }

  #email({ email }: Me): TemplateResult {
    return this.#line('email', 'email', email, this.#button('email', 'change', 'changeEmail', () => this.#account.open('email')));
  }

  #password({ hasPassword }: Me): TemplateResult {
    const button = this.#button('password', hasPassword ? 'change' : 'setPassword', 'changePassword', () => this.#account.open('password'));
    return this.#line('password', 'password', this.t(hasPassword ? 'passwordSet' : 'passwordNone'), button);
  }

  #totp({ hasTotp, mustAddTotp }: Me): TemplateResult {
    const isNeeded = mustAddTotp && !hasTotp;
    const button = hasTotp
      ? this.#button('totp-remove', 'totpRemove', 'totpRemove', () => this.#account.removeTotp())
      : this.#button('totp', 'totpSetUp', 'totpSetUp', () => this.#account.open('totp'), isNeeded ? 'secondary' : 'plain');
    return this.#line('totp', 'totp', this.t(hasTotp ? 'totpOn' : 'totpOff'), button);
  }

  /** One thing about the account; what changes it opens right below. */
  #line(section: AccountSection, label: AccountMessage, value: string, button: TemplateResult): TemplateResult {
    const { step } = this.#account;
    const isOpen = step.kind !== 'closed' && step.section === section;
    return html`
      <div data-section=${section}>
        <div class="line"><p><span class="hint">${this.t(label)}</span><br>${value}</p>${isOpen ? nothing : button}</div>
        ${isOpen ? html`<div class="inside">${this.#inside()}</div>` : nothing}
        ${!isOpen && step.kind === 'closed' && this.#account.failure && this.#failedIn === section
          ? html`<p class="error" part="error" role="alert">${this.#account.failure}</p>` : nothing}
      </div>
    `;
  }

  #inside(): TemplateResult {
    const { step, totp } = this.#account;
    if (step.kind === 'recovery-codes') {
      return recoveryCodeList({
        say: this.say, codes: step.codes, onCopy: () => void this.#copy(step.codes), onDownload: () => download(step.codes), onKept: () => this.#account.close(),
      });
    }
    return html`
      ${step.kind === 'proof' ? html`<p>${this.t('proof')} ${step.by === 'code' ? this.t('proofCode') : nothing}</p>` : nothing}
      ${step.kind === 'asking' && step.section === 'totp' && totp ? totpSetup(this.say, totp) : nothing}
      <slot name="form"></slot>
      <button type="button" class="plain" part="button" data-action="keep" @click=${() => this.#account.close()}>${this.t('keep')}</button>
    `;
  }

  #failedIn: AccountSection | undefined;

  #button(name: string, label: AccountMessage, spoken: AccountMessage, act: () => Promise<void>, look = 'plain'): TemplateResult {
    const onClick = (): void => {
      this.#failedIn = name === 'totp-remove' ? 'totp' : name as AccountSection;
      this.#do(act);
    };
    return html`<button type="button" class=${look} part="button" data-action=${name} aria-label=${this.t(spoken)} @click=${onClick}>${this.t(label)}</button>`;
  }

  #group<T>(title: AccountMessage, { state, value }: Load<T>, reload: () => Promise<void>, content: (value: T) => TemplateResult): TemplateResult {
    const inside = (): TemplateResult => {
      if (value) return content(value);
      if (state !== 'failed') return skeleton(this.t('loading'), 2);
      return failed({ message: this.t('listFailed'), retry: this.t('tryAgain'), onRetry: () => void reload() });
    };
    return html`
      <section class="group" data-group=${title} aria-label=${this.t(title)}>
        <p class="strong" aria-hidden="true">${this.t(title)}</p>
        ${inside()}
      </section>
    `;
  }

  #form(): TemplateResult | undefined {
    if (!this.me || !this.renderRoot.querySelector('slot[name="form"]')) return undefined;
    const { step, values, errors, failure, isBusy } = this.#account;
    return accountForm({
      form: this.#light.id, say: this.say, me: this.me, step, values, errors, failure, isBusy,
      onInput: (field: AccountField, value: string) => this.#account.type(field, value),
    });
  }

  /** Focus follows to whatever is asked next. */
  #do(act: () => Promise<void>): void {
    void (async () => {
      const before = this.#account.step;
      await act();
      await this.updateComplete;
      if (this.#account.step.kind === 'recovery-codes') return this.renderRoot.querySelector<HTMLElement>('[data-focus]')?.focus();
      if (this.#account.step !== before || Object.keys(this.#account.errors).length > 0) this.#light.focus();
    })();
  }

  readonly #sayDate = (instant: string): string => sayMoment(instant, this.locale, { dateStyle: 'medium' });

  async #revoke(session: Session): Promise<void> {
    const { id, device } = session;
    await this.#try(async () => {
      await this.client.me.revokeSession(id);
      this.#sessions.put((this.#sessions.result.value ?? []).filter((other) => other.id !== id));
      this.announce(this.t('revoked', { device }));
    });
  }

  #everywhere(): Promise<void> {
    return this.#try(() => this.client.me.signOutEverywhere());
  }

  #changeFeed(change: 'makeFeed' | 'revokeFeed'): void {
    void this.#try(async () => this.#feed.put(await this.client.me[change]()));
  }

  async #try(act: () => Promise<void>): Promise<void> {
    await act().catch(() => {
      this.#account.notice = this.t('somethingWrong');
      this.requestUpdate();
    });
  }

  async #copy(codes: readonly string[]): Promise<void> {
    const isCopied = await navigator.clipboard.writeText(codes.join('\n')).then(() => true, () => false);
    this.#account.notice = this.t(isCopied ? 'copied' : 'copyFailed');
    this.requestUpdate();
  }
}

/** Without a blob: address kept around longer than the click needs it. */
function download(codes: readonly string[]): void {
  const href = URL.createObjectURL(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), { href, download: 'recovery-codes.txt' }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

define('portal-account', PortalAccount);
