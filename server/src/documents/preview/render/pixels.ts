/** A picture in memory: four bytes each, red, green, blue, alpha. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** How many times as large, to be so wide, and no larger than may be in all. */
export const scaleTo = ({ width, height }: { readonly width: number; readonly height: number }, wanted: number, most: number): number =>
  Math.min(wanted / width, Math.sqrt(most / (width * height)));

/**
 * The mean of what becomes one point. Libraries keep the whole picture a second time, in numbers four times as long:
 * a photograph of 23 million points took more than one file may.
 */
export function shrink(picture: Pixels, toWidth: number, toHeight: number): Pixels {
  const small = new Uint8ClampedArray(toWidth * toHeight * 4);
  for (let y = 0; y < toHeight; y += 1) {
    const [top, bottom] = span(y, toHeight, picture.height);
    for (let x = 0; x < toWidth; x += 1) {
      const [left, right] = span(x, toWidth, picture.width);
      small.set(meanOf(picture, { left, right, top, bottom }), (y * toWidth + x) * 4);
    }
  }
  return { data: small, width: toWidth, height: toHeight };
}

/** Which points of the many become the one. */
export function span(index: number, few: number, many: number): [start: number, end: number] {
  const start = Math.floor((index * many) / few);
  return [start, Math.max(start + 1, Math.floor(((index + 1) * many) / few))];
}

/** One of the four bytes of a point. */
export const level = (data: Uint8ClampedArray, at: number): number => data[at] ?? 0;

interface Box { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

function meanOf({ data, width }: Pixels, { left, right, top, bottom }: Box): [number, number, number, number] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      red += level(data, at);
      green += level(data, at + 1);
      blue += level(data, at + 2);
      alpha += level(data, at + 3);
    }
  }
  const count = (right - left) * (bottom - top);
  return [red / count, green / count, blue / count, alpha / count];
}
