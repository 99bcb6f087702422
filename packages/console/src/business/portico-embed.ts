import type { BusinessSettings } from '@portico/contract/business.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { business, changeBusiness } from '../api/business.ts';
import { learn } from '../api/cache.ts';
import { mayAdminister } from '../app/session.ts';
import { saveRow, segmentField, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { icon } from '../ui/icon.template.ts';
import { LightElement } from '../ui/light-element.ts';
import '../ui/portico-copy.ts';
import { QueryController } from '../ui/query-controller.ts';
import { waiting } from '../ui/waiting.template.ts';
import { originFrom, snippetOf, type SnippetKind } from './snippet.ts';

/** The snippet, and where it may run. */
export class PorticoEmbed extends LightElement {
  readonly #business = new QueryController<BusinessSettings>(this, () => business);
  readonly #kind = new FormController(this, { kind: 'bookings' });
  readonly #form = new FormController(this, { origins: [''] as readonly string[], portalUrl: '' });
  #isFilled = false;

  protected override willUpdate(): void {
    const settings = this.#business.value;
    if (!settings || this.#isFilled) return;
    this.#isFilled = true;
    this.#form.fill({ origins: settings.allowedOrigins.length > 0 ? settings.allowedOrigins : [''], portalUrl: settings.portalUrl ?? '' });
  }

  protected override render(): TemplateResult {
    const settings = this.#business.value;
    if (!settings) return html`${waiting(this.#business, 6)}`;
    const snippet = snippetOf(settings, this.#kind.draft.kind as SnippetKind);
    return html`<div class="title-row"><h2 class="title">Your website</h2><a class="button" href=${settings.hostedUrl} target="_blank" rel="noopener">Open your hosted page ${icon('open')}</a></div>
      ${segmentField(this.#kind, 'kind', { label: 'What to show', choices: [{ value: 'bookings', label: 'Booking' }, { value: 'login', label: 'Sign-in' }] })}
      <section class="section"><h2>Paste this where it should appear</h2><pre tabindex="0" aria-label="Snippet"><code>${snippet}</code></pre>
        <div class="copy-line"><portico-copy .text=${snippet} label="Copy the snippet"></portico-copy></div>
        <p class="hint">The height is reserved, so your page does not jump. The link inside works even without JavaScript. One script serves all elements on a page; pasting it twice does no harm.</p></section>
      <section class="section"><h2>Where it may run</h2><form novalidate @submit=${this.#save}>
        <div class="field"><span class="label">Addresses of your website</span>${this.#form.draft.origins.map((origin, index) => this.#originRow(origin, index))}
          <p class="hint">Only the start is needed: https://www.example.com. Other sites cannot use your portal.</p>
          <div><button type="button" class="quiet" ?disabled=${this.#form.draft.origins.length >= 20} @click=${() => this.#form.set('origins', [...this.#form.draft.origins, ''])}>${icon('plus')} Another address</button></div></div>
        ${textField(this.#form, 'portalUrl', { label: 'The page with the portal', type: 'url', isOptional: true, placeholder: 'https://www.example.com/book', hint: 'Links in mails lead there. Without one they lead to your hosted page.' })}
        ${mayAdminister() ? saveRow(this.#form, { label: 'Save' }) : html`<p class="meta">Only administrators can change this.</p>`}</form></section>`;
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

customElements.define('portico-embed', PorticoEmbed);
