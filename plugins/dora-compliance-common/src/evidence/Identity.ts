import { z } from 'zod';

/**
 * Who did something, as the system that reported it knew them at the time.
 *
 * @public
 */
export const Identity = z.object({
  /** Host of the account, e.g. `github.com`. */
  system: z.string().min(1),
  /** Account name at the time; absent when a commit is linked to no account. */
  login: z.string().min(1).optional(),
  /** Stable account id, where the delivery tells it. */
  id: z.string().min(1).optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  /** `unknown` where the delivery doesn't tell people and machines apart. */
  kind: z.enum(['human', 'bot', 'unknown']),
});

/** @public */
export type Identity = z.output<typeof Identity>;

/**
 * One key per account; an identity without account is known by its e-mail.
 *
 * @public
 */
export function identityKey(identity: Identity): string {
  return identity.login
    ? `${identity.system}/${identity.login}`.toLowerCase()
    : `mailto:${(identity.email ?? identity.name ?? '').toLowerCase()}`;
}

/**
 * How people are named in sentences.
 *
 * @public
 */
export function identityLabel(identity: Identity): string {
  return (
    identity.login ?? identity.email ?? identity.name ?? 'somebody unknown'
  );
}
