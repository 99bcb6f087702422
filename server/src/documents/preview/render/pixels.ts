/** A picture in memory: four bytes each, red, green, blue, alpha. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** How many times as large, to be so wide, and no larger than may be in all. */
export const scaleTo = ({ width, height }: { readonly width: number; readonly height: number }, wanted: number, most: number): number =>
  Math.min(wanted / width, Math.sqrt(most / (width * height)));
