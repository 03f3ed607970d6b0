import type { Identity } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { coAuthorsIn } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { isBotLogin, type Repository, readSystem } from './fields';

/** Somebody as a commit names them. */
export const Person = z.looseObject({
  name: z.string().nullish(),
  email: z.string().nullish(),
  username: z.string().nullish(),
});

export function readCoAuthors(
  message: string,
  repository: Repository,
): Identity[] {
  return coAuthorsIn(message).map(person => toPerson(person, repository));
}

/**
 * `123+login@users.noreply.github.com` names the account; older ones lack the
 * number. On a server of its own the host is that of the server.
 */
const NOREPLY = /^(?:(\d+)\+)?([^@+]+)@users\.noreply\.(.+)$/i;

export function toPerson(
  person: z.output<typeof Person>,
  repository: Repository,
): Identity {
  const { name, email } = person;
  const system = readSystem(repository);
  const account = accountIn(email, system);
  const login = person.username || account?.login;
  return {
    system,
    ...(login && { login }),
    ...(account?.id && account.login === login && { id: account.id }),
    ...(name && { name }),
    ...(email && { email }),
    kind: login && isBotLogin(login) ? 'bot' : 'unknown',
  };
}

function accountIn(email: string | null | undefined, system: string) {
  const [, id, login, host] = NOREPLY.exec(email ?? '') ?? [];
  return host?.toLowerCase() === system.toLowerCase()
    ? { id, login }
    : undefined;
}
