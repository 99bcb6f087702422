// The limit: an element without a library that shows the times as they were sent.
customElements.define('bare-times', class extends HTMLElement {
  async connectedCallback() {
    const { times } = await (await fetch(new URL('times.json', import.meta.url))).json();
    const root = this.attachShadow({ mode: 'open' });
    const days = Map.groupBy(times, ({ day }) => day);
    for (const [day, list] of days) {
      const title = Object.assign(document.createElement('h3'), { textContent: day });
      const row = document.createElement('div');
      row.append(...list.map(({ label }) => Object.assign(document.createElement('button'), { textContent: label, className: 'free' })));
      root.append(title, row);
    }
  }
});
