import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Lucide's shapes, 24 × 24, 1.5 px. */
const shapes = {
  down: svg`<path d="m6 9 6 6 6-6"/>`,
  left: svg`<path d="m15 18-6-6 6-6"/>`,
  right: svg`<path d="m9 18 6-6-6-6"/>`,
  close: svg`<path d="M18 6 6 18M6 6l12 12"/>`,
  check: svg`<path d="M20 6 9 17l-5-5"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** Always beside words, or on a button with a spoken name: so hidden from screen readers. */
export function icon(name: keyof typeof shapes): TemplateResult {
  return html`<svg class="icon ${name}" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`;
}
