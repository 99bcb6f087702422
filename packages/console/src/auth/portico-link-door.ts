import type { ConsoleSignInResult, InvitationPreview } from '@portico/contract/auth.ts';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { acceptInvitation, confirmEmail, confirmReset, findInvitation, verifyLink, verifyTotp } from '../api/auth.ts';
import { sentenceOf } from '../api/problem-error.ts';
import { formFailure, saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';
import { codeField } from './code-field.template.ts';
import { doorFrame, passwordTrouble } from './door.template.ts';

/** Where links in mails lead. Nothing is consumed until somebody presses the button: mail scanners open links too. */
export class PorticoLinkDoor extends LightElement {
  static override properties = { kind: {}, token: {}, invitation: { state: true }, dead: { state: true }, done: { state: true }, challengeId: { state: true } };
  declare kind: string;
  declare token: string;
  declare invitation: InvitationPreview | undefined;
  declare dead: string;
  declare done: string;
  declare challengeId: string;
  readonly #form = new FormController(this, { name: '', email: '', password: '', code: '' });

  constructor() {
    super();
    this.dead = '';
    this.done = '';
    this.challengeId = '';
  }

  /** Not when connected: this chunk may arrive after its element, and then the properties come with the first update. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('token') && this.kind === 'invitation') void this.#look();
  }

  protected override render(): TemplateResult {
    return doorFrame({ body: this.#body(), foot: html`<a href="#/sign-in">Go to sign-in</a>` });
  }

  #body(): TemplateResult {
    if (this.dead) return html`<h1>This link no longer works</h1><p role="alert">${this.dead}</p>`;
    if (this.done) return html`<h1>${this.done}</h1>`;
    if (this.challengeId) return this.#totp();
    if (this.kind === 'invitation') return this.invitation ? this.#invitation(this.invitation) : html``;
    if (this.kind === 'reset') return this.#reset();
    return this.#button();
  }

  #invitation({ name, email, businessName }: InvitationPreview): TemplateResult {
    return html`<h1>Join ${businessName}</h1><p class="meta">Hello ${name}. Set a password and you are in. You sign in as ${email}.</p>
      <form novalidate @submit=${this.#accept}>
        <input type="hidden" name="username" autocomplete="username" .value=${email}>
        ${textField(this.#form, 'password', { label: 'Password', type: 'password', autocomplete: 'new-password', hint: 'At least 10 characters. Three or four words are easy to remember.' })}
        ${saveRow(this.#form, { label: 'Set password and enter' })}</form>`;
  }

  #reset(): TemplateResult {
    return html`<h1>Set a new password</h1>
      <form novalidate @submit=${this.#confirmReset}>
        ${textField(this.#form, 'password', { label: 'New password', type: 'password', autocomplete: 'new-password', hint: 'At least 10 characters. Three or four words are easy to remember.' })}
        ${saveRow(this.#form, { label: 'Set password' })}</form>`;
  }

  #totp(): TemplateResult {
    return html`<h1>Your authenticator app</h1>
      <form novalidate @submit=${this.#verifyTotp}>${codeField(this.#form, 'code', 'Six digits from the app', () => void this.#verifyTotp())}
      ${saveRow(this.#form, { label: 'Continue' })}</form>`;
  }

  #button(): TemplateResult {
    const isEmail = this.kind === 'confirm-email';
    return html`<h1>${isEmail ? 'Confirm this address' : 'Sign in to your console'}</h1>
      ${isEmail ? html`<p class="meta">The change takes effect when both the old and the new address have confirmed it.</p>` : nothing}
      <form novalidate @submit=${isEmail ? this.#confirmEmail : this.#verifyLink}>${formFailure(this.#form)}
        <button class="primary" type="submit" ?data-busy=${this.#form.isBusy}>${isEmail ? 'Confirm' : 'Sign in'}</button></form>`;
  }

  async #look(): Promise<void> {
    try {
      this.invitation = await findInvitation(this.token);
    } catch (error) {
      this.dead = `${sentenceOf(error)} Ask whoever invited you to send a new invitation.`;
    }
  }

  readonly #accept = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { password } = this.#form.draft;
    if (this.#form.refuse({ password: passwordTrouble(password) })) return;
    this.#took(await this.#form.send(() => acceptInvitation({ token: this.token, password })));
  };

  readonly #confirmReset = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { password } = this.#form.draft;
    if (this.#form.refuse({ password: passwordTrouble(password) })) return;
    if (await this.#form.send(() => confirmReset({ token: this.token, password }))) this.done = 'Your new password is set. Sign in with it.';
  };

  readonly #confirmEmail = async (event: Event): Promise<void> => {
    event.preventDefault();
    const change = await this.#form.send(() => confirmEmail(this.token));
    if (change) this.done = change.done ? `You now sign in as ${change.newEmail}.` : 'Confirmed. The other address has a mail to confirm too.';
  };

  readonly #verifyLink = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.#took(await this.#form.send(() => verifyLink(this.token)));
  };

  readonly #verifyTotp = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    this.#took(await this.#form.send(() => verifyTotp({ challengeId: this.challengeId, code: this.#form.draft.code })));
  };

  #took(result: ConsoleSignInResult | undefined): void {
    if (result?.status === 'challenge') this.challengeId = result.challenge.challengeId;
    if (result?.status === 'signed_in') this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true }));
    if (result?.status === 'choose_business') this.done = 'This address belongs to several businesses. Sign in with your password to choose one.';
  }
}

customElements.define('portico-link-door', PorticoLinkDoor);
