import type { CSSResult } from 'lit';

const adopted = new Set<CSSStyleSheet>();

/** Constructed sheets need no inline style, so the console runs under `style-src 'self'`. Each is added once. */
export function adoptStyles(...styles: readonly CSSResult[]): void {
  const fresh = styles.map((style) => style.styleSheet).filter((sheet) => sheet !== undefined && !adopted.has(sheet));
  for (const sheet of fresh) {
    if (!sheet) continue;
    adopted.add(sheet);
    document.adoptedStyleSheets.push(sheet);
  }
}
