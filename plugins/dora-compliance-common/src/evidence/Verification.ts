import { z } from 'zod';

/**
 * How much of the origin of evidence, or of a document, was proven:
 * - `unverified`: nothing.
 * - `late`: the sender proved a shared secret, but delivered it long after the
 *   reported time of the event. Only evidence has this level; it becomes
 *   `authenticated` when the API of the source confirms it.
 * - `authenticated`: the sender proved a shared secret in time, or the backend
 *   read it from the API.
 * - `signed`: the content carries a signature anyone can check.
 *
 * In this order.
 *
 * @public
 */
export const Verification = z.enum([
  'unverified',
  'late',
  'authenticated',
  'signed',
]);

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
