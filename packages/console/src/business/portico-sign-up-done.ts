import type { SignUpResult } from '@portico/contract/business.ts';
import { snippetOf } from '@portico/contract/embed-snippet.ts';
import { html, type TemplateResult } from 'lit';
import { changeBusiness } from '../api/business.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-copy.ts';
import { originFrom } from './origin-from.ts';

/** The end of the wizard: the snippet, where it may run, and a first look. */
export class PorticoSignUpDone extends LightElement {
  static override properties = { result: { attribute: false }, name: {} };
  declare result: SignUpResult;
  declare name: string;
  readonly #form = new FormController(this, { website: '' });

  protected override render(): TemplateResult {
    const { key, hostedUrl } = this.result;
    const snippet = snippetOf({ key, hostedUrl, scriptUrl: `${location.origin}/v1/portal.js` }, [{ element: 'bookings' }]);
    return html`<main class="sign-up is-done"><div class="sign-up-question"><h1 tabindex="-1">${this.name} can be booked</h1>
      <div class="actions"><a class="button primary" href=${hostedUrl} target="_blank" rel="noopener">Open your hosted page ${icon('open')}</a></div>
      <section><h2>On your own website</h2><form novalidate @submit=${this.#save}>
        ${textField(this.#form, 'website', { label: 'Its address', path: 'allowedOrigins.0', type: 'url', inputmode: 'url', isOptional: true, placeholder: 'www.example.com', hint: 'The portal runs only on addresses that you name.' })}${saveRow(this.#form, { label: 'Allow this address', tone: 'plain' })}</form></section>
      <section><h2>Paste this where people should book</h2><pre tabindex="0" aria-label="Snippet"><code>${snippet}</code></pre><div class="copy-line"><portico-copy .text=${snippet} label="Copy the snippet"></portico-copy>
        <button type="button" class="quiet" @click=${() => this.dispatchEvent(new CustomEvent('signed-in', { bubbles: true, detail: '#/today' }))}>Go to your console</button></div></section></div></main>`;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const origin = originFrom(this.#form.draft.website);
    if (!origin) {
      this.#form.refuse({ 'allowedOrigins.0': 'Use an address such as https://www.example.com.' });
      return;
    }
    await this.#form.send(() => changeBusiness({ allowedOrigins: [origin] }));
  };
}

customElements.define('portico-sign-up-done', PorticoSignUpDone);
