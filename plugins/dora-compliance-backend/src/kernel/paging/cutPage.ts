import { writeCursor } from './cursor';

/**
 * The rows of a page, of a query that asked for one row more than its limit, and where
 * the next page begins if there is one.
 *
 * @param toKeys - the sort keys of a row, as the query orders by them
 */
export function cutPage<TRow>(
  rows: readonly TRow[],
  limit: number,
  toKeys: (row: TRow) => string[],
): { shown: TRow[]; next: { nextCursor?: string } } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    shown,
    next:
      last && rows.length > limit
        ? { nextCursor: writeCursor(...toKeys(last)) }
        : {},
  };
}
