import { z } from 'zod';
import type { ReasonCode, ReasonParams } from './reasons/ReasonParams';

/**
 * Why something is as it is: a stable code and its parameters. A language
 * turns it into a sentence when it is shown or exported.
 *
 * @public
 */
export const Reason = z.object({
  /** kebab-case, one of the codes in docs/reference/sentences.md. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** @public */
export type Reason = z.output<typeof Reason>;

/**
 * The parameters of a code; they may be left out if none is required.
 *
 * @public
 */
export type ParamsOf<C extends ReasonCode> = Record<
  never,
  never
> extends ReasonParams[C]
  ? [params?: ReasonParams[C]]
  : [params: ReasonParams[C]];

/** @public */
export function reason<C extends ReasonCode>(
  code: C,
  ...[params]: ParamsOf<C>
): Reason {
  return { code, params: { ...params } };
}
