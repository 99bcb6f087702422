import { contrast, isDark, parseColour, readable, textOn } from './colour.ts';
import type { Rgba } from './colour.ts';

/** The first background behind an element that hides what is under it; undefined where the page paints none. */
export function backgroundBehind(element: Element): { readonly text: string; readonly colour: Rgba } | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const text = getComputedStyle(at).backgroundColor;
    const colour = parseColour(text);
    if (colour && colour[3] > 0.5) return { text, colour };
  }
  return undefined;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Colours that are drawn as text or lines, by the private token that they are read from and written to. */
const inks = { '--_accent': '--_accent-ink', '--_danger-base': '--_danger-ink', '--_success-base': '--_success-ink', '--_warning-base': '--_warning-ink' };
const white: Rgba = [255, 255, 255, 1];

/**
 * Fits an element's colours to the page: raised surfaces like what is behind, text that can be read on the accent, and
 * accent and status colours that can be read on the page. Written through the CSSOM, which a strict style-src allows.
 */
export function fitColours(host: Element, root: HTMLElement): void {
  const isForced = ['light', 'dark'].includes(host.getAttribute('theme') ?? '');
  const behind = isForced ? undefined : backgroundBehind(host);
  const text = parseColour(getComputedStyle(root).color) ?? [0, 0, 0, 1];
  set(root, '--_page', behind?.text);
  set(root, 'color-scheme', isForced ? undefined : isDark(behind?.colour ?? guessBehind(text)) ? 'dark' : 'light');
  const background = behind?.colour ?? guessBehind(text);
  for (const [base, ink] of Object.entries(inks)) {
    const colour = resolve(root, base);
    set(root, ink, colour && readable(colour, background, text));
  }
  const accent = resolve(root, '--_accent');
  if (!accent) return;
  const on = textOn(accent);
  set(root, '--_computed-on-accent', on);
  set(root, '--_away', on === 'white' ? 'black' : 'white');
}

/** Nothing is painted behind: what the browser puts there is dark when the text is light. */
const guessBehind = (text: Rgba): Rgba => (contrast(text, white) < 3 ? [28, 28, 30, 1] : white);

/** A custom property as a colour: only the browser can follow its var() and color-mix(). */
function resolve(root: HTMLElement, property: string): Rgba | undefined {
  root.style.setProperty('outline-color', `var(${property})`);
  const colour = parseColour(getComputedStyle(root).outlineColor);
  root.style.removeProperty('outline-color');
  return colour;
}

function set(root: HTMLElement, property: string, value: string | undefined): void {
  if (value) root.style.setProperty(property, value);
  else root.style.removeProperty(property);
}
