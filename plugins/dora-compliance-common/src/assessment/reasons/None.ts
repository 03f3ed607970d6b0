/**
 * A sentence without parameters.
 *
 * @public
 */
export type None = Record<string, never>;
