import type { TotpStart } from '@portico/contract/auth.ts';
import { html, type TemplateResult } from 'lit';
import { confirmTotp, removeTotp, startTotp } from '../api/auth.ts';
import { ProblemError, sentenceOf } from '../api/problem-error.ts';
import { meNow, renewSession } from '../app/session.ts';
import { SessionController } from '../app/session-controller.ts';
import { saveRow } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-copy.ts';
import { saveText } from '../ui/save-text.ts';
import { toast } from '../ui/toasts.ts';
import { codeField } from './code-field.template.ts';
import { qrCode } from './qr.template.ts';
import { recoverySheet } from './recovery-sheet.ts';

/** Adds or removes the authenticator app. Fires `need-proof` with what to do afterwards. */
export class PorticoTotp extends LightElement {
  static override properties = { started: { state: true }, recoveryCodes: { state: true } };
  declare started: TotpStart | undefined;
  declare recoveryCodes: readonly string[];
  readonly #form = new FormController(this, { code: '' });

  constructor() {
    super();
    new SessionController(this);
    this.recoveryCodes = [];
  }

  protected override render(): TemplateResult {
    if (this.recoveryCodes.length > 0) return this.#keepCodes();
    if (this.started) return this.#scan(this.started);
    const me = meNow();
    if (me?.hasTotp) return html`<p class="meta">On. Signing in asks for six digits from your app.</p><div class="copy-line"><button type="button" @click=${() => void this.#remove()}>Remove the app</button></div>`;
    return html`<p class="meta">Six digits from an app on your phone, besides your password.</p><div class="copy-line"><button type="button" class=${me?.mustAddTotp ? 'primary' : ''} @click=${() => void this.#start()}>Add an app</button></div>`;
  }

  #scan({ qrSvg, secret }: TotpStart): TemplateResult {
    return html`<p>Scan this with your authenticator app, or type the key.</p>${qrCode(qrSvg)}<pre tabindex="0" aria-label="Key"><code>${secret.replace(/(.{4})/g, '$1 ').trim()}</code></pre>
      <form novalidate @submit=${this.#confirm}>${codeField(this.#form, 'code', 'Six digits from the app', () => void this.#confirm())}
        ${saveRow(this.#form, { label: 'Confirm', rest: html`<button type="button" class="quiet" @click=${() => { this.started = undefined; }}>Leave it</button>` })}</form>`;
  }

  #keepCodes(): TemplateResult {
    const me = meNow();
    const sheet = recoverySheet({ business: me?.business.name ?? '', email: me?.email ?? '', codes: this.recoveryCodes });
    return html`<p class="note">Keep these somewhere safe: each signs you in once when your phone is lost. They are shown only now.</p>
      <div class="recovery-sheet"><p class="recovery-title"><span class="name">${sheet.title}</span><span class="meta">${sheet.about}</span></p>
        <ul class="recovery">${this.recoveryCodes.map((code) => html`<li>${code}</li>`)}</ul></div>
      <div class="copy-line"><button type="button" @click=${() => saveText(sheet.fileName, sheet.text)}>${icon('download')}Download</button>
        <portico-copy .text=${this.recoveryCodes.join('\n')} label="Copy"></portico-copy><button type="button" @click=${() => window.print()}>Print</button></div>
      <div class="copy-line"><button type="button" class="primary" @click=${() => { this.recoveryCodes = []; void renewSession(); }}>I have kept them</button></div>`;
  }

  async #start(): Promise<void> {
    this.#form.fill({ code: '' });
    await this.#try(async () => { this.started = await startTotp(); }, () => void this.#start());
  }

  async #remove(): Promise<void> {
    await this.#try(async () => { await removeTotp(); await renewSession(); }, () => void this.#remove());
  }

  readonly #confirm = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const answer = await this.#form.send(() => confirmTotp(this.#form.draft.code));
    if (!answer) return;
    this.started = undefined;
    this.recoveryCodes = answer.recoveryCodes;
  };

  async #try(work: () => Promise<void>, again: () => void): Promise<void> {
    try {
      await work();
      this.requestUpdate();
    } catch (error) {
      const needsProof = error instanceof ProblemError && error.code === 'fresh_proof_required';
      if (needsProof) this.dispatchEvent(new CustomEvent('need-proof', { detail: again }));
      else toast({ text: sentenceOf(error), tone: 'refused' });
    }
  }
}

customElements.define('portico-totp', PorticoTotp);
