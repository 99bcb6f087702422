import { LitElement } from 'lit';

/** The page is ours, so views render into it and share its stylesheets; shadow roots are for other people's pages. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
