import { z } from 'zod';

/** Half of a surrogate pair, or NUL: PostgreSQL keeps neither in texts. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/**
 * A text of a request: no longer than given, and of characters that every
 * database can compare.
 *
 * @public
 */
export function requestText(max: number) {
  return z
    .string()
    .max(max, `must have at most ${max} characters`)
    .refine(text => !UNSTORABLE.test(text), {
      message: 'must not contain NUL or half of a surrogate pair',
    });
}
