/** What a connection was told since the last commit of anybody. */
export interface ReadMemory {
  /** What `ask` answered to these values, or its answer now. */
  recall<Rows>(ask: object, values: unknown, now: () => Promise<Rows>): Promise<Rows>;
}

const memories = new WeakMap<object, ReadMemory>();
const most = 1000;

export const memoryOf = (db: object): ReadMemory | undefined => memories.get(db);

/**
 * Lets a reading handle remember its answers for as long as nothing at all is committed. `version` tells whether
 * something was: SQLite's `PRAGMA data_version`, which another connection changes with every commit, whichever process
 * it belongs to (https://www.sqlite.org/pragma.html#pragma_data_version). So memory is never older than the file.
 */
export function giveMemory(db: object, version: () => unknown): void {
  const answers = new Map<object, Map<string, unknown>>();
  let count = 0;
  let at: unknown;

  function forget(): void {
    answers.clear();
    count = 0;
  }

  memories.set(db, {
    async recall<Rows>(ask: object, values: unknown, now: () => Promise<Rows>): Promise<Rows> {
      const before = version();
      if (before !== at || count >= most) forget();
      at = before;
      const key = JSON.stringify(values);
      const known = answers.get(ask)?.get(key);
      if (known !== undefined) return known as Rows;
      const rows = await now();
      // Somebody asked after a commit meanwhile: these rows are of before it.
      if (at !== before) return rows;
      let ofAsk = answers.get(ask);
      if (!ofAsk) answers.set(ask, (ofAsk = new Map<string, unknown>()));
      ofAsk.set(key, frozen(rows));
      count += 1;
      return rows;
    },
  });
}

/** Whoever would change a row that others are given too is stopped. */
function frozen<Rows>(rows: Rows): Rows {
  if (Array.isArray(rows)) rows.forEach((row) => Object.freeze(row));
  return Object.freeze(rows);
}
