// Two components of the page, as a design system makes them. The second keeps what it shows in a shadow root, twice.
customElements.define('host-card', class extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = '<section><slot></slot></section>';
  }
});
customElements.define('host-inner', class extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(document.querySelector('#inside').content.cloneNode(true));
  }
});
customElements.define('host-panel', class extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = '<section><host-inner></host-inner></section>';
  }
});
