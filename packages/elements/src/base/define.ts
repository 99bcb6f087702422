/** Registers a tag once: a second script, or a second version, must not throw at the page. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
