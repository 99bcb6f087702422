interface Taken {
  readonly from: number;
  readonly until: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const summerTime = Date.UTC(2027, 2, 28, 1);

/** A program for this one question: Monday to Friday 9 to 17 in London, half hours, 30 days from 2027-03-15. */
export function bareFreeTimes(busy: readonly Taken[]): readonly string[] {
  const taken = busy.toSorted((a, b) => a.from - b.from);
  const firstDay = Date.UTC(2027, 2, 15);
  const free: string[] = [];
  let next = 0;
  for (let index = 0; index < 30; index += 1) {
    if (index % 7 > 4) continue;
    const midnight = firstDay + index * DAY;
    const opens = midnight + 540 * MINUTE - (midnight < summerTime ? 0 : 60 * MINUTE);
    for (let start = opens; start < opens + 480 * MINUTE; start += 30 * MINUTE) {
      let busyNext = taken[next];
      while (busyNext && busyNext.until <= start) busyNext = taken[(next += 1)];
      if (!busyNext || busyNext.from >= start + 30 * MINUTE) free.push(new Date(start).toISOString());
    }
  }
  return free;
}
