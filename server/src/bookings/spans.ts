/** A stretch of time in epoch milliseconds, its end not included. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** The same time as few, sorted, separate spans: overlapping and touching ones become one, empty ones vanish. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (!last || last.until < span.from) merged.push(span);
    else if (last.until < span.until) merged[merged.length - 1] = { from: last.from, until: span.until };
  }
  return merged;
}

/** Whether merged spans leave no gap between `from` and `until`. */
export function covers(merged: readonly Span[], from: number, until: number): boolean {
  const span = firstEndingAfter(merged, from);
  return span !== undefined && span.from <= from && until <= span.until;
}

/** Whether any of the merged spans has time in common with `from` to `until`. */
export function overlaps(merged: readonly Span[], from: number, until: number): boolean {
  const span = firstEndingAfter(merged, from);
  return span !== undefined && span.from < until;
}

function firstEndingAfter(merged: readonly Span[], instant: number): Span | undefined {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = merged[middle];
    if (span && span.until <= instant) low = middle + 1;
    else high = middle;
  }
  return merged[low];
}
