/** The language that an element is in: the nearest `lang`, also beyond shadow roots, else what the browser prefers. */
export function localeOf(element: Element): string {
  for (let at: Element | undefined = element; at;) {
    const lang = at.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return document.documentElement.lang || navigator.language;
}
