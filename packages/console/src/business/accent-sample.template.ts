import { html, nothing, type TemplateResult } from 'lit';
import { cssVars } from '../ui/css-vars.ts';

export interface AccentSample {
  readonly accent: string;
  readonly name: string;
  readonly logoUrl: string;
  readonly action: string;
}

/** The accent where clients will meet it. */
export function accentSample({ accent, name, logoUrl, action }: AccentSample): TemplateResult {
  const isColour = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(accent);
  const shown = isColour ? accent : '#888888';
  return html`<div class="sample" role="img" aria-label="How the accent looks" ${cssVars({ '--sample': shown, '--sample-ink': inkOn(shown) })}>
    ${logoUrl ? html`<img src=${logoUrl} alt="">` : html`<strong>${name}</strong>`}<span class="sample-button">${action} Tuesday 14:30</span><span class="sample-link">Choose another time</span>
    ${isColour && contrast(shown, '#ffffff') < 3 ? html`<span class="meta">This colour is faint on white; darker text will be used on it.</span>` : nothing}</div>`;
}

export function inkOn(colour: string): string {
  return contrast(colour, '#ffffff') >= contrast(colour, '#111111') ? '#ffffff' : '#111111';
}

/** WCAG 2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
