import { z } from 'zod';

/**
 * What the catalog says of one account: which user it belongs to.
 *
 * @public
 */
export const AccountClaim = z.object({
  /** One of the keys of {@link keysOfIdentity}. */
  key: z.string().min(1),
  /** Reference of the user entity, e.g. `user:default/alice`. */
  userRef: z.string().min(1),
  /**
   * `explicit` an annotation names the account; `email` the address of the
   * profile leads to it; `bot` an annotation names it as a machine the user
   * answers for.
   */
  how: z.enum(['explicit', 'email', 'bot']),
});

/** @public */
export type AccountClaim = z.output<typeof AccountClaim>;
