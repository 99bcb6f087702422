import type { Challenge, ConsoleSignInResult } from '@portico/contract/auth.ts';
import type { ConsoleDoor } from '@portico/contract/business.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { askReset, mailCode, signIn, verifyCode, verifyTotp } from '../api/auth.ts';
import { formFailure, saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { codeField } from './code-field.template.ts';
import { doorFrame, emailTrouble } from './door.template.ts';

type Step = 'password' | 'mail-code' | 'forgot' | 'code' | 'totp' | 'recovery' | 'choose' | 'reset-sent';

/** Sign-in: one question at a time. Fires `signed-in`. */
export class PorticoDoor extends LightElement {
  static override properties = { door: { attribute: false }, step: { state: true }, businesses: { state: true } };
  declare door: ConsoleDoor;
  declare step: Step;
  declare businesses: readonly { readonly key: string; readonly name: string }[];
  readonly #form = new FormController(this, { email: '', password: '', code: '', recoveryCode: '' });
  #challenge: Challenge | undefined;

  constructor() {
    super();
    this.step = 'password';
    this.businesses = [];
  }

  protected override render(): TemplateResult {
    const views: Readonly<Record<Step, () => TemplateResult>> = {
      'password': () => this.#password(), 'mail-code': () => this.#justEmail('Mail me a code', 'We send six digits to your address.', this.#mailCode),
      'forgot': () => this.#justEmail('Send the link', 'We send a link to set a new password. Your authenticator app stays as it is.', this.#askReset),
      'code': () => this.#code(), 'totp': () => this.#totp(), 'recovery': () => this.#recovery(), 'choose': () => this.#choose(), 'reset-sent': () => this.#resetSent(),
    };
    return doorFrame({ body: views[this.step](), foot: this.#foot() });
  }

  #password(): TemplateResult {
    return html`<h1>Sign in to your console</h1>
      <form novalidate @submit=${this.#signIn}>
        ${textField(this.#form, 'email', { label: 'E-mail', type: 'email', autocomplete: 'username', inputmode: 'email' })}
        ${textField(this.#form, 'password', { label: 'Password', type: 'password', autocomplete: 'current-password' })}
        ${saveRow(this.#form, { label: 'Sign in' })}
      </form>
      <div class="door-more"><button type="button" class="link" @click=${() => this.#to('mail-code')}>Mail me a code instead</button>
        <button type="button" class="link" @click=${() => this.#to('forgot')}>Forgot your password?</button></div>`;
  }

  #justEmail(label: string, explanation: string, send: (event: Event) => void): TemplateResult {
    return html`<h1>${this.step === 'forgot' ? 'Set a new password' : 'Sign in by mail'}</h1><p class="meta">${explanation}</p>
      <form novalidate @submit=${send}>${textField(this.#form, 'email', { label: 'E-mail', type: 'email', autocomplete: 'username', inputmode: 'email' })}
        ${saveRow(this.#form, { label })}</form>${this.#back()}`;
  }

  #code(): TemplateResult {
    return html`<h1>Check your mail</h1><p class="meta">If ${this.#form.draft.email} has a login here, six digits are on their way. They work for a few minutes.</p>
      <form novalidate @submit=${this.#verifyCode}>${codeField(this.#form, 'code', 'Six digits from the mail', () => void this.#verifyCode())}
        ${saveRow(this.#form, { label: 'Continue' })}</form>
      <div class="door-more"><button type="button" class="link" @click=${this.#mailCode}>Send a new code</button>${this.#back()}</div>`;
  }

  #totp(): TemplateResult {
    return html`<h1>Your authenticator app</h1>
      <form novalidate @submit=${this.#verifyTotp}>${codeField(this.#form, 'code', 'Six digits from the app', () => void this.#verifyTotp())}
        ${saveRow(this.#form, { label: 'Continue' })}</form>
      <div class="door-more"><button type="button" class="link" @click=${() => this.#to('recovery')}>Use a recovery code</button>${this.#back()}</div>`;
  }

  #recovery(): TemplateResult {
    return html`<h1>A recovery code</h1><p class="meta">One of those you kept when you added the app. Each works once.</p>
      <form novalidate @submit=${this.#verifyTotp}>${textField(this.#form, 'recoveryCode', { label: 'Recovery code', autofocus: true })}
        ${saveRow(this.#form, { label: 'Continue' })}</form>${this.#back()}`;
  }

  #choose(): TemplateResult {
    return html`<h1>Which business?</h1>${formFailure(this.#form)}
      <ul class="rows">${this.businesses.map(({ key, name }) => html`<li><button type="button" @click=${() => void this.#open(key)}><span class="name">${name}</span></button></li>`)}</ul>${this.#back()}`;
  }

  #resetSent(): TemplateResult {
    return html`<h1>Check your mail</h1><p>If ${this.#form.draft.email} has a login here, a link to set a new password is on its way.</p>${this.#back()}`;
  }

  #back(): TemplateResult {
    return html`<button type="button" class="link" @click=${() => this.#to('password')}>Back to e-mail and password</button>`;
  }

  #foot(): TemplateResult {
    const { signUpOpen, demo, mailboxUrl } = this.door;
    return html`${signUpOpen ? html`<p>New here? <a href="#/sign-up">Set up your business</a></p>` : html`<p class="meta">New businesses are added by whoever runs this server.</p>`}
      ${demo && mailboxUrl ? html`<p class="note">Demo: read all mail at <a href=${mailboxUrl} target="_blank" rel="noopener">${mailboxUrl.replace(/^https?:\/\//, '')}</a></p>` : nothing}`;
  }

  #to(step: Step): void {
    this.#form.fill({ ...this.#form.draft, code: '', recoveryCode: '', password: '' });
    this.step = step;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('input')?.focus());
  }

  readonly #signIn = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { email, password } = this.#form.draft;
    if (this.#form.refuse({ email: emailTrouble(email), password: password ? '' : 'Type your password.' })) return;
    this.#took(await this.#form.send(() => signIn({ email: email.trim(), password })));
  };

  async #open(business: string): Promise<void> {
    const { email, password } = this.#form.draft;
    this.#took(await this.#form.send(() => signIn({ email: email.trim(), password, business })));
  }

  readonly #mailCode = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { email } = this.#form.draft;
    if (this.#form.refuse({ email: emailTrouble(email) })) return;
    const challenge = await this.#form.send(() => mailCode(email.trim()));
    if (challenge) this.#took({ status: 'challenge', challenge });
  };

  readonly #askReset = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { email } = this.#form.draft;
    if (this.#form.refuse({ email: emailTrouble(email) })) return;
    if (await this.#form.send(() => askReset(email.trim()))) this.#to('reset-sent');
  };

  readonly #verifyCode = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const challengeId = this.#challenge?.challengeId ?? '';
    this.#took(await this.#form.send(() => verifyCode(challengeId, this.#form.draft.code)));
  };

  readonly #verifyTotp = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const { code, recoveryCode } = this.#form.draft;
    const challengeId = this.#challenge?.challengeId ?? '';
    this.#took(await this.#form.send(() => verifyTotp(this.step === 'recovery' ? { challengeId, recoveryCode: recoveryCode.trim() } : { challengeId, code })));
  };

  #took(result: ConsoleSignInResult | undefined): void {
    if (!result) return;
    if (result.status === 'signed_in') {
      this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
    } else if (result.status === 'choose_business') {
      this.businesses = result.businesses;
      this.step = 'choose';
    } else {
      this.#challenge = result.challenge;
      this.#to(result.challenge.next);
    }
  }
}

customElements.define('portico-door', PorticoDoor);
