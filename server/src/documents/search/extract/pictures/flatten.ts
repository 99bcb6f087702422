import { level, span, type Pixels } from '../../../preview/render/pixels.ts';

const darkest = 30;

/** Grey, and as bright everywhere as paper is in good light: a photograph has shadows, and its edges are darker. */
export function flattened({ data, width, height }: Pixels): Pixels {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = (level(data, at * 4) * 77 + level(data, at * 4 + 1) * 151 + level(data, at * 4 + 2) * 28) >> 8;
  const side = Math.max(24, Math.round(Math.max(width, height) / 48));
  const paper = paperOf(grey, width, height, side);
  const flat = new Uint8ClampedArray(data.length);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      flat.fill((grey[at] ?? 0) * 245 / paper((x + 0.5) / side - 0.5, (y + 0.5) / side - 0.5), at * 4, at * 4 + 3);
      flat[at * 4 + 3] = 255;
    }
  }
  return { data: flat, width, height };
}

/** Smaller and grey: each point is what lay there on average. A resizer that counts in fractions takes ten times the memory of the picture. */
export function shrunk({ data, width, height }: Pixels, scale: number): Pixels {
  const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const small = new Uint8ClampedArray(across * down * 4);
  for (let y = 0, at = 0; y < down; y += 1) {
    const [top, bottom] = span(y, down, height);
    for (let x = 0; x < across; x += 1, at += 4) {
      const [left, right] = span(x, across, width);
      let sum = 0;
      for (let row = top; row < bottom; row += 1) for (let from = (row * width + left) * 4; from < (row * width + right) * 4; from += 4) sum += level(data, from) * 77 + level(data, from + 1) * 151 + level(data, from + 2) * 28;
      small.fill(sum / 256 / ((bottom - top) * (right - left)), at, at + 3);
      small[at + 3] = 255;
    }
  }
  return { data: small, width: across, height: down };
}

/** How bright the paper is at a place, counted in blocks: between the brighter parts of the blocks around it. */
function paperOf(grey: Uint8Array, width: number, height: number, side: number): (x: number, y: number) => number {
  const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)];
  const bright = new Float32Array(across * down);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const counts = new Uint32Array(256);
      let all = 0;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 1) {
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x += 1, all += 1) {
          const value = grey[y * width + x] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
        }
      }
      let value = 255;
      for (let seen = counts[value] ?? 0; value > darkest && seen < all / 4; seen += counts[value] ?? 0) value -= 1;
      bright[row * across + column] = value;
    }
  }
  const at = (x: number, y: number): number => bright[y * across + x] ?? 255;
  return (x, y) => {
    const [left, top] = [Math.max(0, Math.min(across - 1, Math.floor(x))), Math.max(0, Math.min(down - 1, Math.floor(y)))];
    const [right, bottom] = [Math.min(across - 1, left + 1), Math.min(down - 1, top + 1)];
    const [toRight, toBottom] = [Math.max(0, x - left), Math.max(0, y - top)];
    return (at(left, top) * (1 - toRight) + at(right, top) * toRight) * (1 - toBottom) + (at(left, bottom) * (1 - toRight) + at(right, bottom) * toRight) * toBottom;
  };
}

/** The back of a sheet: a page of text is one part in thirty ink. */
export function isBlank({ data }: Pixels): boolean {
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (level(data, at) < 140) dark += 1;
  return dark < data.length / 4 / 5000;
}

/** A quarter turn to the right. */
export function turned({ data, width, height }: Pixels): Pixels {
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(from.length);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) to[x * height + (height - 1 - y)] = from[y * width + x] ?? 0;
  return { data: new Uint8ClampedArray(to.buffer), width: height, height: width };
}
