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
export function shrink({ data, width, height }: Pixels, toWidth: number, toHeight: number): Pixels {
  const small = new Uint8ClampedArray(toWidth * toHeight * 4);
  const edges = (from: number, to: number): number[] => Array.from({ length: to + 1 }, (_, at) => Math.floor((at * from) / to));
  const [columns, rows] = [edges(width, toWidth), edges(height, toHeight)];
  for (let y = 0; y < toHeight; y += 1) {
    for (let x = 0; x < toWidth; x += 1) small.set(meanOf({ data, width, height }, { left: columns[x]!, right: Math.max(columns[x]! + 1, columns[x + 1]!), top: rows[y]!, bottom: Math.max(rows[y]! + 1, rows[y + 1]!) }), (y * toWidth + x) * 4);
  }
  return { data: small, width: toWidth, height: toHeight };
}

interface Box { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

function meanOf({ data, width }: Pixels, { left, right, top, bottom }: Box): [number, number, number, number] {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      red += data[at]!;
      green += data[at + 1]!;
      blue += data[at + 2]!;
      alpha += data[at + 3]!;
    }
  }
  const count = (right - left) * (bottom - top);
  return [red / count, green / count, blue / count, alpha / count];
}
