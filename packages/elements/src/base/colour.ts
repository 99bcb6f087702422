/** Red, green, blue from 0 to 255, opacity from 0 to 1. */
export type Rgba = readonly [number, number, number, number];

let pen: CanvasRenderingContext2D | null | undefined;

/** Any colour that the browser knows, as it computes it (`rgb(…)`, `oklch(…)`, `color(…)`). */
export function parseColour(text: string): Rgba | undefined {
  const simple = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(text);
  if (simple) return [Number(simple[1]), Number(simple[2]), Number(simple[3]), Number(simple[4] ?? 1)];
  if (!text || !CSS.supports('color', text)) return undefined;
  pen ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D | null;
  if (!pen) return undefined;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = text;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** WCAG 2.2 relative luminance. */
function luminance([red, green, blue]: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: Rgba, other: Rgba): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const white: Rgba = [255, 255, 255, 1];
const black: Rgba = [0, 0, 0, 1];

export const isDark = (colour: Rgba): boolean => contrast(colour, white) > contrast(colour, black);

/** White where it is readable (it looks better on a strong colour), else whichever is more so. */
export function textOn(background: Rgba): 'white' | 'black' {
  const onWhite = contrast(background, white);
  return onWhite >= 4.5 || onWhite >= contrast(background, black) ? 'white' : 'black';
}

/** The colour, drawn towards the text's own as little as it takes to be read on this background. */
export function readable(colour: Rgba, background: Rgba, text: Rgba): string {
  for (const share of [0, 0.15, 0.3, 0.45, 0.6, 0.75]) {
    const towards = (index: 0 | 1 | 2): number => Math.round(colour[index] + (text[index] - colour[index]) * share);
    const mixed: Rgba = [towards(0), towards(1), towards(2), 1];
    if (contrast(mixed, background) >= 4.6) return `rgb(${mixed.slice(0, 3).join(' ')})`;
  }
  return 'currentcolor';
}
