import { html, nothing, type TemplateResult } from 'lit';
import { changeEmail, changePassword, revokeSession, sessions, signOut, signOutEverywhere } from '../api/auth.ts';
import { feed, makeFeed, revokeFeed } from '../api/bookings.ts';
import { invalidate, learn } from '../api/cache.ts';
import { ProblemError, sentenceOf } from '../api/problem-error.ts';
import { leaveSession, meNow, renewSession } from '../app/session.ts';
import { SessionController } from '../app/session-controller.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { inSentence, shortMoment } from '../ui/formats.ts';
import { dropAllCopies } from '../invoices/draft-copies.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-copy.ts';
import { QueryController } from '../ui/query-controller.ts';
import { toast } from '../ui/toasts.ts';
import { waiting } from '../ui/waiting.template.ts';
import { emailTrouble, passwordTrouble } from './door.template.ts';
import './portico-proof.ts';
import './portico-totp.ts';

/** Oneself: password, address, second factor, where one is signed in, the calendar's private address. */
export class PorticoAccount extends LightElement {
  static override properties = { retry: { state: true }, emailSaid: { state: true } };
  /** What to do again once it is proved who is here. */
  declare retry: (() => void) | undefined;
  declare emailSaid: string;
  readonly #sessions = new QueryController(this, () => (meNow()?.mustAddTotp ? undefined : sessions));
  readonly #feed = new QueryController(this, () => (meNow()?.mustAddTotp ? undefined : feed));
  readonly #password = new FormController(this, { password: '' });
  readonly #email = new FormController(this, { email: '' });

  constructor() {
    super();
    new SessionController(this);
    this.emailSaid = '';
  }

  protected override render(): TemplateResult {
    const me = meNow();
    return html`<div class="title-row"><h2 class="title">Your account</h2><button type="button" @click=${() => void this.#leave(signOut)}>Sign out</button></div>
      ${me?.mustAddTotp ? html`<p class="note">Your business requires an authenticator app. Add one below and everything else opens.</p>` : nothing}
      <p class="lead">${me?.name}, ${me?.email}</p>
      ${this.retry ? html`<portico-proof @proved=${this.#proved} @leave=${() => { this.retry = undefined; }}></portico-proof>` : nothing}
      <section class="section"><h2>Authenticator app</h2><portico-totp @need-proof=${(event: CustomEvent<() => void>) => { this.retry = event.detail; }}></portico-totp></section>
      ${me?.mustAddTotp ? nothing : this.#rest(me?.email ?? '')}`;
  }

  /** The server opens none of it before a required authenticator app is there. */
  #rest(email: string): TemplateResult {
    return html`
      <section class="section"><h2>Password</h2><form novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#savePassword(); }}>
        <input type="text" name="username" autocomplete="username" .value=${email} hidden>
        ${textField(this.#password, 'password', { label: 'New password', type: 'password', autocomplete: 'new-password', hint: 'At least 10 characters. Three or four words are easy to remember.', width: 'middle' })}${saveRow(this.#password, { label: 'Change password', tone: 'plain' })}</form></section>
      <section class="section"><h2>E-mail</h2>${this.emailSaid ? html`<p class="note" role="status">${this.emailSaid}</p>` : html`<form novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#saveEmail(); }}>
        ${textField(this.#email, 'email', { label: 'New address', type: 'email', inputmode: 'email', width: 'middle', hint: 'Both addresses get a mail to confirm.' })}${saveRow(this.#email, { label: 'Change address', tone: 'plain' })}</form>`}</section>
      <section class="section"><h2>Calendar feed</h2>${this.#feedPart()}</section>
      <section class="section"><h2>Where you are signed in</h2>${this.#sessionsPart()}</section>`;
  }

  #feedPart(): TemplateResult | typeof nothing {
    const now = this.#feed.value;
    if (!now) return waiting(this.#feed, 1);
    const make = html`<button type="button" @click=${() => void this.#try(async () => learn('feed', await makeFeed()))}>${now.active ? 'Make a new address' : 'Make a private address'}</button>`;
    if (!now.active) return html`<p class="meta">Subscribe to your bookings in the calendar of your phone.</p><div class="copy-line">${make}</div>`;
    return html`${now.url ? html`<pre tabindex="0" aria-label="Feed address"><code>${now.url}</code></pre><p class="hint">Shown only now. Whoever has it can read your calendar; a new one makes it useless.</p>` : html`<p class="meta">A private address is in use${now.lastReadAt ? `, last read ${inSentence(shortMoment(now.lastReadAt))}` : ''}.</p>`}
      <div class="copy-line">${now.url ? html`<portico-copy .text=${now.url}></portico-copy>` : make}<button type="button" class="quiet" @click=${() => void this.#try(async () => learn('feed', await revokeFeed()))}>Turn it off</button></div>`;
  }

  #sessionsPart(): TemplateResult | typeof nothing {
    const list = this.#sessions.value?.items;
    if (!list) return waiting(this.#sessions, 2);
    return html`<ul class="rows">${list.map(({ id, device, current, lastUsedAt }) => html`<li><span class="grow"><span class="name">${device}</span><span class="meta">${current ? 'Here, now' : `Last used ${inSentence(shortMoment(lastUsedAt))}`}</span></span>
      ${current ? nothing : html`<button type="button" aria-label="Sign out ${device}" @click=${() => void this.#try(async () => { await revokeSession(id); invalidate('sessions'); })}>Sign out</button>`}</li>`)}</ul>
      ${list.length > 1 ? html`<p class="list-more"><button type="button" class="quiet" @click=${() => void this.#leave(signOutEverywhere)}>Sign out everywhere</button></p>` : nothing}`;
  }

  async #savePassword(): Promise<void> {
    const { password } = this.#password.draft;
    if (this.#password.refuse({ password: passwordTrouble(password) })) return;
    const done = await this.#withProof(this.#password, () => changePassword(password), () => void this.#savePassword());
    if (!done) return;
    this.#password.fill({ password: '' });
    toast({ text: 'Your new password is set.' });
    await renewSession();
  }

  async #saveEmail(): Promise<void> {
    const { email } = this.#email.draft;
    if (this.#email.refuse({ email: emailTrouble(email) })) return;
    const change = await this.#withProof(this.#email, () => changeEmail(email.trim()), () => void this.#saveEmail());
    if (change) this.emailSaid = `Mails to confirm are on their way to ${change.newEmail} and to your present address.`;
  }

  async #withProof<Answer, Draft extends object>(form: FormController<Draft>, work: () => Promise<Answer>, again: () => void): Promise<Answer | undefined> {
    const answer = await form.send(work);
    if (form.problem?.code !== 'fresh_proof_required') return answer;
    form.fill(form.draft);
    this.retry = again;
    return undefined;
  }

  readonly #proved = (): void => {
    const again = this.retry;
    this.retry = undefined;
    again?.();
  };

  async #leave(how: () => Promise<unknown>): Promise<void> {
    await this.#try(async () => { await how(); dropAllCopies(); await leaveSession(); });
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'fresh_proof_required') this.retry = () => void this.#try(work);
      else toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

customElements.define('portico-account', PorticoAccount);
