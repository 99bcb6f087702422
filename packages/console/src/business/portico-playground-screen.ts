import type { BusinessSettings } from '@portico/contract/business.ts';
import { html, type TemplateResult } from 'lit';
import { LightElement } from '../ui/light-element.ts';

/** Served beside the elements: what is tried here is what pages get. */
const playground = '/v1/playground.js';

/** The playground, in the console. */
export class PorticoPlaygroundScreen extends LightElement {
  static override properties = { settings: { attribute: false }, state: { state: true } };
  declare settings: BusinessSettings;
  declare state: 'loading' | 'ready' | 'failed';

  constructor() {
    super();
    this.state = 'loading';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const { key, scriptUrl } = this.settings;
    return html`<p class="crumb"><a href="#/settings/embed">Your website</a></p><h2 class="title">Playground</h2><p class="lead">The real thing, with your times. Change what you like, then copy it into your page.</p>
      ${this.state === 'failed' ? html`<div class="empty"><p>The playground could not be fetched.</p><button type="button" @click=${this.#load}>Try again</button></div>`
        : html`<portico-playground business=${key} api-url=${new URL(scriptUrl).origin}></portico-playground>`}`;
  }

  readonly #load = async (): Promise<void> => {
    this.state = 'loading';
    // A browser remembers a failed module for good: every try needs another address.
    const attempts = [playground, `${playground}?again=${Math.round(performance.now())}`];
    const isHere = async (): Promise<boolean> => {
      for (const address of attempts) if (customElements.get('portico-playground') || await import(address).then(() => true, () => false)) return true;
      return false;
    };
    this.state = await isHere() ? 'ready' : 'failed';
  };
}

customElements.define('portico-playground-screen', PorticoPlaygroundScreen);
