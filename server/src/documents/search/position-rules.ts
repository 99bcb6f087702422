/** Where in a document a word may stand: its name first, then notes, then what is in it. Gaps keep phrases from running across. */
export const noteFrom = 1000;
export const contentFrom = 2000;
/** More places of one word than this are counted, not kept: a phrase is found among the first. */
export const mostPlaces = 256;

/** Rising whole numbers as differences, seven bits a byte. */
export function packPlaces(places: readonly number[]): Buffer {
  const bytes: number[] = [];
  let before = 0;
  for (const place of places) {
    let rest = place - before;
    before = place;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  }
  return Buffer.from(bytes);
}

export function unpackPlaces(packed: Uint8Array): number[] {
  const places: number[] = [];
  let [before, value, unit] = [0, 0, 1];
  for (const byte of packed) {
    value += (byte & 127) * unit;
    unit *= 128;
    if (byte > 127) continue;
    places.push((before += value));
    [value, unit] = [0, 1];
  }
  return places;
}
