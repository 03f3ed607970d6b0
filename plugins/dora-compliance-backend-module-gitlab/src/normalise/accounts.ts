import type { Identity } from '@ict-assurance/backstage-plugin-dora-compliance-common';
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

/** Accounts GitLab makes for project and group tokens, and service accounts. */
const MACHINES =
  /^((project|group)_\d+_bot(\d*|_\w+)|service_account_\w+|(admin|alert|automation|gitlab-security|migration|security|support)-bot|gitlabduo)$/i;

/**
 * An account. GitLab does not tell people and machines apart in its payloads,
 * but names the accounts it makes itself. Name and e-mail only stand in where
 * there is no login: not every payload has them.
 */
export function identityOf(user: User, system: string): Identity {
  const { id, username, name, email, bot } = user;
  const isBot = bot === true || MACHINES.test(username ?? '');
  return {
    system,
    ...(username ? { login: username } : namedBy(name, email)),
    ...(typeof id === 'number' && { id: String(id) }),
    kind: isBot ? 'bot' : 'unknown',
  };
}

/** An account of which no more than its number is told. */
export function identityOfId(id: number, system: string): Identity {
  return { system, id: String(id), kind: 'unknown' };
}

/** `7-ann@users.noreply.gitlab.com` names an account of that host. */
const NOREPLY = /^(?:(\d+)-)?([^@\s]+)@users\.noreply\.([^@\s]+)$/i;

/** Somebody a commit names, who may have no account. */
export function personOf(
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
export function coAuthorsOf(message: string, system: string): Identity[] {
  const trailers = message.matchAll(
    /^co-authored-by:[ \t]*([^<\n]*)<([^<>\n]+)>[ \t]*$/gim,
  );
  return [...trailers].map(([, name = '', email]) =>
    personOf({ name: name.trim(), email }, system),
  );
}

/** GitLab writes `[REDACTED]` where somebody keeps their address to themselves. */
function namedBy(name?: string | null, email?: string | null) {
  return {
    ...(name && { name }),
    ...(email && email !== '[REDACTED]' && { email }),
  };
}
