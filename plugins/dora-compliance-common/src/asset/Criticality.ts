import { z } from 'zod';

/**
 * How critical an ICT asset is, most serious first. `critical-or-important`: it
 * supports a critical or important function (DORA 3(22)).
 *
 * @public
 */
export const Criticality = z.enum([
  'critical-or-important',
  'important',
  'standard',
]);

/** @public */
export type Criticality = z.output<typeof Criticality>;

/**
 * Orders criticalities, most serious first: negative if `a` is more critical than `b`.
 * Nothing known comes last.
 *
 * @public
 */
export function compareCriticality(
  a: Criticality | undefined,
  b: Criticality | undefined,
): number {
  return rank(a) - rank(b);
}

function rank(criticality: Criticality | undefined): number {
  return criticality
    ? Criticality.options.indexOf(criticality)
    : Criticality.options.length;
}
