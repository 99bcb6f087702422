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

/** Colours that are drawn as text or lines; tokens.styles.ts gives each to an edge of the root, where it can be read. */
const inks = { accent: 'Top', danger: 'Right', success: 'Bottom', warning: 'Left' } as const;
const white: Rgba = [255, 255, 255, 1];

/**
 * Fits an element's colours to the page and to the owner's accent: raised surfaces like what is behind, text that can be read on the accent, and
 * accent and status colours that can be read on the page. Written through the CSSOM, which a strict style-src allows;
 * reads before writes, since each after one has the browser work out the styles of everything inside.
 */
export function fitColours(host: Element, root: HTMLElement, brand: string | null | undefined): void {
  const isForced = /^(light|dark)$/.test(`${host.getAttribute('theme')}`);
  const behind = isForced ? undefined : backgroundBehind(host);
  const text = parseColour(getComputedStyle(root).color) ?? [0, 0, 0, 1];
  const background = behind?.colour ?? guessBehind(text);
  set(root, '--_brand', brand ?? undefined);
  set(root, '--_page', behind?.text);
  set(root, 'color-scheme', isForced ? undefined : isDark(background) ? 'dark' : 'light');
  const computed = getComputedStyle(root);
  const colours = Object.entries(inks).map(([name, edge]) => [`--_${name}-ink`, parseColour(computed[`border${edge}Color`])] as const);
  for (const [ink, colour] of colours) set(root, ink, colour && readable(colour, background, text));
  const accent = colours[0]?.[1];
  if (!accent) return;
  const on = textOn(accent);
  set(root, '--_computed-on-accent', on);
  set(root, '--_away', on === 'white' ? 'black' : 'white');
}

/** Nothing is painted behind: what the browser puts there is dark when the text is light. */
const guessBehind = (text: Rgba): Rgba => (contrast(text, white) < 3 ? [28, 28, 30, 1] : white);

/** Nothing at all takes it away. */
function set(root: HTMLElement, property: string, value = ''): void {
  root.style.setProperty(property, value);
}
