import { z } from 'zod';

/**
 * How much of a document's origin was proven when it was received:
 * `unverified` nothing, `authenticated` the sender proved a shared secret or
 * was asked by us, `signed` the content carries a signature anyone can check.
 * In this order.
 *
 * @public
 */
export const Verification = z.enum(['unverified', 'authenticated', 'signed']);

/** @public */
export type Verification = z.output<typeof Verification>;

/**
 * Whether a level is at least the one demanded.
 *
 * @public
 */
export function isAtLeast(level: Verification, demanded: Verification) {
  return (
    Verification.options.indexOf(level) >=
    Verification.options.indexOf(demanded)
  );
}
