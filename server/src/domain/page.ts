export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** A page from `limit + 1` rows: the extra row only says that there is more. */
export function pageBy<Row, Item>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => string, toItem: (row: Row) => Item): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
