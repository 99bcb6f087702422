import type { BusinessSettings } from '@portico/contract/business.ts';
import type { EmbedFinding, PageCheck } from '@portico/contract/embed-check.ts';
import { sayFinding } from '@portico/contract/embed-findings.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { changeBusiness, checkPage } from '../api/business.ts';
import { learn } from '../api/cache.ts';
import { mayAdminister } from '../app/session.ts';
import { formFailure, textField } from '../ui/field.template.ts';
import { FormController } from '../ui/form-controller.ts';
import { LightElement } from '../ui/light-element.ts';

const dots: Readonly<Record<EmbedFinding['weight'], string>> = { problem: 'bad', hint: 'warn', fine: 'good' };
const weights: Readonly<Record<EmbedFinding['weight'], string>> = { problem: 'To mend', hint: 'Could be better', fine: 'Good' };

/** Paste your address: what is wrong with the page, in words, each with what to do. */
export class PorticoPageCheck extends LightElement {
  static override properties = { settings: { attribute: false }, result: { state: true } };
  declare settings: BusinessSettings;
  declare result: PageCheck | undefined;
  readonly #form = new FormController(this, { address: '' });
  readonly #adding = new FormController(this, {});

  protected override firstUpdated(): void {
    this.#form.fill({ address: this.settings.portalUrl ?? this.settings.allowedOrigins[0] ?? '' });
  }

  protected override render(): TemplateResult {
    return html`<form novalidate class="check-page" @submit=${this.#check}>
        ${textField(this.#form, 'address', { label: 'The address of your page', type: 'url', inputmode: 'url', placeholder: 'https://www.example.com/book', hint: 'We open it once, as a visitor would, and tell what is in the way.' })}
        <button type="submit" aria-disabled=${this.#form.isBusy ? 'true' : 'false'} ?data-busy=${this.#form.isBusy}>Check the page</button>${formFailure(this.#form)}
      </form>
      <div role="status" aria-live="polite">${this.result ? this.#findings(this.result) : nothing}</div>`;
  }

  #findings({ address, findings, tags }: PageCheck): TemplateResult {
    const isFine = findings.some(({ weight }) => weight === 'fine');
    return html`<p class="checked">${isFine ? html`<strong>It shows.</strong>` : html`<strong>${findings.length === 1 ? 'One thing is' : 'These things are'} in the way.</strong>`}<span class="meta">${address}${tags.length > 0 ? ` · ${tags.map((tag) => `<${tag}>`).join(', ')}` : ''}</span></p>
      <ol class="findings">${findings.map((finding) => this.#finding(finding))}</ol>`;
  }

  #finding({ code, weight, facts }: EmbedFinding): TemplateResult {
    const { what, remedy } = sayFinding(code, facts);
    const { origin } = facts;
    const mayAdd = code === 'origin_not_registered' && origin && mayAdminister();
    return html`<li data-code=${code}><span class="status ${dots[weight]}">${weights[weight]}</span>
      <div><p class="name">${what}</p>${remedy ? html`<p>${remedy}</p>` : nothing}
        ${mayAdd ? html`<div><button type="button" aria-disabled=${this.#adding.isBusy ? 'true' : 'false'} ?data-busy=${this.#adding.isBusy} @click=${() => this.#add(origin)}>Add ${origin}</button>${formFailure(this.#adding)}</div>` : nothing}</div></li>`;
  }

  readonly #check = async (event: Event): Promise<void> => {
    event.preventDefault();
    const address = this.#form.draft.address.trim();
    if (this.#form.refuse({ address: address ? undefined : 'Enter the address of your page.' })) return;
    const result = await this.#form.send(() => checkPage(address));
    if (result) this.result = result;
  };

  async #add(origin: string): Promise<void> {
    const saved = await this.#adding.send(() => changeBusiness({ allowedOrigins: [...this.settings.allowedOrigins, origin] }));
    if (!saved) return;
    learn('business', saved);
    const again = await this.#form.send(() => checkPage(this.#form.draft.address.trim()));
    if (again) this.result = again;
  }
}

customElements.define('portico-page-check', PorticoPageCheck);
