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
  /** Stable account id, if the delivery reports it. */
  id: z.string().min(1).optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  /** `unknown` if the delivery does not distinguish people and machines. */
  kind: z.enum(['human', 'bot', 'unknown']),
});

/** @public */
export type Identity = z.output<typeof Identity>;

/**
 * The key of an account by its name.
 *
 * @public
 */
export function accountKey(system: string, login: string): string {
  return `${system}/${login}`.toLowerCase();
}

/**
 * The key of an account by the id that stays when its name changes.
 *
 * @public
 */
export function accountIdKey(system: string, id: string): string {
  return `${system}#${id}`.toLowerCase();
}

/**
 * The key of an e-mail address; undefined for what is none, such as the
 * `[REDACTED]` that GitLab writes in its place.
 *
 * @public
 */
export function emailKey(email: string): string | undefined {
  return /^[^\s@]+@[^\s@]+$/.test(email)
    ? `mailto:${email.toLowerCase()}`
    : undefined;
}

/** What stands where something was taken out before it was kept. */
const TAKEN_OUT = /^\[redacted: [a-z-]+\]$/;

/**
 * All keys under which an identity may be found, the surest first: id, login,
 * e-mail. A login that is an address counts as one. None for somebody
 * anonymous: a name identifies nobody, and neither does the mark of what an
 * installation doesn't keep, which all its people share.
 *
 * @public
 */
export function keysOfIdentity(identity: Identity): string[] {
  const { system, email } = identity;
  const id = unlessTakenOut(identity.id);
  const login = unlessTakenOut(identity.login);
  const addresses = [email, login].flatMap(text =>
    text === undefined ? [] : emailKey(text) ?? [],
  );
  return [
    ...(id ? [accountIdKey(system, id)] : []),
    ...(login ? [accountKey(system, login)] : []),
    ...new Set(addresses),
  ];
}

function unlessTakenOut(text: string | undefined): string | undefined {
  return text !== undefined && TAKEN_OUT.test(text) ? undefined : text;
}

/**
 * How sentences name a person or an account. Empty for somebody without any
 * name: each language has its own words for that.
 *
 * @public
 */
export function identityLabel(identity: Identity): string {
  const { login, email, name, id } = identity;
  return login ?? email ?? name ?? (id ? `#${id}` : '');
}
