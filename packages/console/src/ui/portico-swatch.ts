/** A dot in somebody's colour; always beside a name. */
export class PorticoSwatch extends HTMLElement {
  set colour(colour: string) {
    this.style.setProperty('--colour', colour);
  }

  connectedCallback(): void {
    this.setAttribute('aria-hidden', 'true');
  }
}

customElements.define('portico-swatch', PorticoSwatch);
