import { html, nothing, type TemplateResult } from 'lit';
import { giveProof, mailProofCode } from '../api/auth.ts';
import { meNow } from '../app/session.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';

/** Sensitive things ask who is here, once every few minutes. Fires `proved` and `leave`. */
export class PorticoProof extends LightElement {
  static override properties = { isMailed: { state: true } };
  declare isMailed: boolean;
  readonly #form = new FormController(this, { password: '', code: '' });

  constructor() {
    super();
    this.isMailed = false;
  }

  protected override render(): TemplateResult {
    const needsMail = !meNow()?.hasPassword;
    return html`<form class="group" novalidate @submit=${this.#prove}><h3>Confirm that it is you</h3>
      ${needsMail ? nothing : textField(this.#form, 'password', { label: 'Your password now', type: 'password', autocomplete: 'current-password', autofocus: true, width: 'middle' })}
      ${needsMail && this.isMailed ? textField(this.#form, 'code', { label: 'Six digits from the mail', inputmode: 'numeric', autocomplete: 'one-time-code', width: 'short' }) : nothing}
      ${saveRow(this.#form, { label: needsMail && !this.isMailed ? 'Mail me a code' : 'Confirm', rest: html`<button type="button" class="quiet" @click=${() => this.dispatchEvent(new CustomEvent('leave'))}>Leave it</button>` })}</form>`;
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  readonly #prove = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { password, code } = this.#form.draft;
    if (!meNow()?.hasPassword && !this.isMailed) {
      this.isMailed = Boolean(await this.#form.send(mailProofCode));
      return;
    }
    const proof = await this.#form.send(() => giveProof(this.isMailed ? { code: code.trim() } : { password }));
    if (proof) this.dispatchEvent(new CustomEvent('proved'));
  };
}

customElements.define('portico-proof', PorticoProof);
