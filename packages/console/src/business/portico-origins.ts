import type { BusinessSettings } from '@portico/contract/business.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { changeBusiness } from '../api/business.ts';
import { learn } from '../api/cache.ts';
import { mayAdminister } from '../app/session.ts';
import { saveRow, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import { originFrom } from './origin-from.ts';

/** The addresses where the portal may run, and where links in mails lead. */
export class PorticoOrigins extends LightElement {
  static override properties = { settings: { attribute: false } };
  declare settings: BusinessSettings;
  readonly #form = new FormController(this, { origins: [''] as readonly string[], portalUrl: '' });
  #filledWith = '';

  protected override willUpdate(): void {
    const { allowedOrigins, portalUrl } = this.settings;
    const known = JSON.stringify([allowedOrigins, portalUrl]);
    // What somebody is typing stays, whatever arrives meanwhile.
    if (known === this.#filledWith || (this.#filledWith !== '' && this.#form.isDirty)) return;
    this.#filledWith = known;
    this.#form.fill({ origins: allowedOrigins.length > 0 ? allowedOrigins : [''], portalUrl: portalUrl ?? '' });
  }

  protected override render(): TemplateResult {
    const { origins } = this.#form.draft;
    return html`<form novalidate @submit=${this.#save}>
      <div class="field"><span class="label">Addresses of your website</span>${origins.map((origin, index) => this.#originRow(origin, index))}
        <p class="hint">Only the start is needed: https://www.example.com. Other sites cannot use your portal.</p>
        <div><button type="button" class="quiet" ?disabled=${origins.length >= 20} @click=${() => this.#form.set('origins', [...origins, ''])}>${icon('plus')} Another address</button></div></div>
      ${textField(this.#form, 'portalUrl', { label: 'The page with the portal', type: 'url', isOptional: true, placeholder: 'https://www.example.com/book', hint: 'Links in mails lead there. Without one they lead to your hosted page.' })}
      ${mayAdminister() ? saveRow(this.#form, { label: 'Save' }) : html`<p class="meta">Only administrators can change this.</p>`}</form>`;
  }

  #originRow(origin: string, index: number): TemplateResult {
    const { origins } = this.#form.draft;
    const error = this.#form.errors[`allowedOrigins.${index}`];
    const change = (event: Event): void => this.#form.set('origins', origins.map((old, place) => (place === index ? (event.target as HTMLInputElement).value : old)));
    return html`<div class="origin-row"><div class="field"><input type="url" aria-label="Address ${index + 1}" placeholder="https://www.example.com" .value=${origin} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `origin-error-${index}` : nothing} @input=${change}>
      ${error ? html`<p class="error" id="origin-error-${index}">${error}</p>` : nothing}</div>
      ${origins.length > 1 ? html`<button type="button" class="icon-button" aria-label="Remove address ${index + 1}" @click=${() => this.#form.set('origins', origins.filter((_, place) => place !== index))}>${icon('close')}</button>` : nothing}</div>`;
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { origins, portalUrl } = this.#form.draft;
    const wrong = origins.flatMap((origin, index): [string, string][] => (origin.trim() && !originFrom(origin) ? [[`allowedOrigins.${index}`, 'Use an address such as https://www.example.com.']] : []));
    if (this.#form.refuse(Object.fromEntries(wrong))) return;
    const allowedOrigins = [...new Set(origins.flatMap((origin) => originFrom(origin) ?? []))];
    // The rows must stand as they are sent: the server names them by number.
    this.#form.set('origins', allowedOrigins.length > 0 ? allowedOrigins : ['']);
    const saved = await this.#form.send(() => changeBusiness({ allowedOrigins, portalUrl: portalUrl.trim() || null }));
    if (saved) learn('business', saved);
  };
}

customElements.define('portico-origins', PorticoOrigins);
