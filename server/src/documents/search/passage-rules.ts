export interface Range { readonly start: number; readonly end: number }
export interface Passage { readonly text: string; readonly marks: Range[] }

const wide = 220;

/** Cuts around the densest hits, at spaces, with what to mark as ranges into the cut. `hits` in their order. */
export function cutPassage(text: string, hits: readonly Range[]): Passage {
  let [best, most] = [0, 0];
  for (let index = 0, last = 0; index < hits.length; index += 1) {
    while (last < hits.length && (hits[last]?.end ?? 0) - (hits[index]?.start ?? 0) <= wide - 40) last += 1;
    if (last - index > most) [best, most] = [index, last - index];
  }
  const first = hits[best]?.start ?? 0;
  const start = first < 60 ? 0 : atWord(text, first - 50, first);
  const full = Math.min(text.length, Math.max(start + wide, hits[best]?.end ?? 0));
  const end = full === text.length ? full : atWordBefore(text, full, Math.max(start, hits[best + most - 1]?.end ?? start));
  const marks = hits.filter((hit) => hit.start >= start && hit.end <= end).map((hit) => ({ start: hit.start - start, end: hit.end - start }));
  // As long as it was, so that the marks still fit.
  return { text: text.slice(start, end).replaceAll(/\s/gu, ' '), marks };
}

/** After the first space from `from`, else `from`, never between the halves of a character. */
function atWord(text: string, from: number, until: number): number {
  const space = text.slice(from, until).search(/\s/u);
  return space >= 0 ? from + space + 1 : whole(text, from);
}

function atWordBefore(text: string, until: number, least: number): number {
  for (let at = until; at > Math.max(least, until - 40); at -= 1) if (/\s/u.test(text.charAt(at))) return at;
  return whole(text, until);
}

const whole = (text: string, at: number): number => /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
