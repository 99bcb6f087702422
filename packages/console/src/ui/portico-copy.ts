import { html, type TemplateResult } from 'lit';
import { icon } from './icon.template.ts';
import { LightElement } from './light-element.ts';

/** Copies a text and says so on itself. */
export class PorticoCopy extends LightElement {
  static override properties = { text: { attribute: false }, label: {}, said: { state: true } };
  declare text: string;
  declare label: string;
  declare said: string;

  constructor() {
    super();
    this.text = '';
    this.label = 'Copy';
    this.said = '';
  }

  protected override render(): TemplateResult {
    return html`<button type="button" @click=${this.#copy}>${icon(this.said === 'Copied' ? 'check' : 'copy')}<span role="status">${this.said || this.label}</span></button>`;
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.text);
      this.said = 'Copied';
    } catch {
      this.said = 'Select the text and copy it';
    }
    setTimeout(() => { this.said = ''; }, 2500);
  };
}

customElements.define('portico-copy', PorticoCopy);
