import { z } from 'zod';
import { requestText } from './RequestText';

/**
 * One page of a list, and the cursor of the next one if there is more.
 *
 * @public
 */
export function pageShape<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

/** @public */
export type Page<T> = { items: T[]; nextCursor?: string };

/**
 * How every list is asked for; `limit` is 1 to 200.
 *
 * @public
 */
export const PageQuery = z.object({
  cursor: requestText(8000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
