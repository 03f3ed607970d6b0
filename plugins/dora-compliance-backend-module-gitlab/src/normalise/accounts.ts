import type { Identity } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { coAuthorsIn } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';

/** An account as payloads and the API describe it. */
export const User = z.looseObject({
  id: z.number().int().nullish(),
  username: z.string().min(1).nullish(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  bot: z.boolean().optional(),
});

export type User = z.output<typeof User>;

/**
 * Accounts GitLab makes: for the tokens and security policies of projects and
 * groups, service accounts, and those it acts with itself.
 */
const MACHINES =
  /^((gitlab_security_policy_)?(project|group)_\d+_bot(\d*|_\w+)|service_account_\w+|(gitlab-)?(admin|alert|automation|llm|migration|security|support)-bot\d*|gitlabduo\d*)$/i;

/** The account that stands in for all that were deleted: `ghost`, `ghost1`. */
const NOBODY = /^ghost\d*$/i;

/**
 * An account. GitLab does not tell people and machines apart in its payloads,
 * but names the accounts it makes itself. Name and e-mail only stand in where
 * there is no login: not every payload has them.
 */
export function toIdentity(user: User, system: string): Identity {
  const { id, username, name, email, bot } = user;
  if (NOBODY.test(username ?? '')) {
    return unknownIdentity(system);
  }
  const isBot = bot === true || MACHINES.test(username ?? '');
  return {
    system,
    ...(username ? { login: username } : namedBy(name, email)),
    ...(typeof id === 'number' && { id: String(id) }),
    kind: isBot ? 'bot' : 'unknown',
  };
}

/**
 * Somebody who is not reported, as their account was deleted. Without an
 * account, so that nobody is taken to be the same person or another.
 */
function unknownIdentity(system: string): Identity {
  return { system, name: 'ghost', kind: 'unknown' };
}

/** An account of which no more than its number is reported. */
export function identityOfId(id: number, system: string): Identity {
  return { system, id: String(id), kind: 'unknown' };
}

/** `7-ann@users.noreply.gitlab.com` names an account of that host. */
const NOREPLY = /^(?:(\d+)-)?([^@\s]+)@users\.noreply\.([^@\s]+)$/i;

/** Somebody a commit names, who may have no account. */
export function toPerson(
  person: { name?: string | null; email?: string | null },
  system: string,
): Identity {
  const { name, email } = person;
  const [, id, login, host] = NOREPLY.exec(email ?? '') ?? [];
  const account =
    login && host?.toLowerCase() === system
      ? { login, ...(id && { id }) }
      : undefined;
  return {
    system,
    ...account,
    ...namedBy(name, email),
    kind: MACHINES.test(account?.login ?? '') ? 'bot' : 'unknown',
  };
}

/** The co-authors the trailers of a commit message name. */
export function readCoAuthors(message: string, system: string): Identity[] {
  return coAuthorsIn(message).map(person => toPerson(person, system));
}

/** GitLab writes `[REDACTED]` where somebody keeps their address to themselves. */
function namedBy(name?: string | null, email?: string | null) {
  return {
    ...(name && { name }),
    ...(email && email !== '[REDACTED]' && { email }),
  };
}
