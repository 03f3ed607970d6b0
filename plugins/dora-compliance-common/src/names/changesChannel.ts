/**
 * The channel of Backstage's signals that says that scores changed. Its messages name
 * nothing: everybody gets them.
 *
 * @public
 */
export const changesChannel = 'dora-compliance:changes';

/**
 * A message of `changesChannel`.
 *
 * @public
 */
export type ChangesMessage = {
  /** Grows with each change. */
  version: number;
};
