import { z } from 'zod';

/**
 * Why something is as it is: a stable code, and what the sentence needs.
 *
 * @public
 */
export const Reason = z.object({
  /** kebab-case, one of the codes on the reference page of reasons. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** @public */
export type Reason = z.output<typeof Reason>;

/** @public */
export function reason(
  code: string,
  params: Record<string, string | number> = {},
): Reason {
  return { code, params };
}
