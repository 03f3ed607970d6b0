import { z } from 'zod';

/** Items of one page of a list, and how many there are on all pages. */
export type Page<T> = { items: T[]; total?: number };

/** A page that is a list. */
export function listShape<T>(item: z.ZodType<T>): z.ZodType<Page<T>> {
  return z.array(item).transform(items => ({ items }));
}

/** A page that counts all items and holds some under a name. */
export function countedListShape<T>(
  name: string,
  item: z.ZodType<T>,
): z.ZodType<Page<T>> {
  return z
    .looseObject({
      total_count: z.number().int().nonnegative(),
      [name]: z.array(item),
    })
    .transform(body => ({
      items: body[name] as T[],
      total: body.total_count as number,
    }));
}
