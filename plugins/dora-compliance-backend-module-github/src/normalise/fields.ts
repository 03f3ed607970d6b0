import type {
  Identity,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

export {
  CommitId as Commit,
  Moment,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The address of a page. Nothing else may become a link. */
export const WebAddress = z
  .string()
  .regex(/^https?:\/\/[^/\s]/i, 'must be a web address');

/** What happened; every event of a kind has it. */
export const Action = z.object({ action: z.string() });

export const User = z.object({
  /** Empty where the account is not reported, e.g. of some packages. */
  login: z
    .string()
    .nullish()
    .transform(login => login ?? ''),
  id: z.number().nullish(),
  type: z.string().nullish(),
});

export type User = z.output<typeof User>;

export const Repository = z.object({
  html_url: WebAddress,
  default_branch: z.string().nullish(),
});

export type Repository = z.output<typeof Repository>;

/** The account that stands in for all that were deleted. */
const NOBODY = 'ghost';

/** Accounts of the platform that GitHub gives the type of people. */
const PLATFORM = ['actions-user', 'web-flow'];

/** Anything with a page: its host is known. */
type Located = { html_url: string };

/** The host of a repository names the system its accounts belong to. */
export function readSystem(repository: Located): string {
  return repository.html_url.replace(/^https?:\/\//, '').split('/')[0] ?? '';
}

export function toIdentity(user: User, repository: Located): Identity {
  if (!user.login || user.login.toLowerCase() === NOBODY) {
    return unknownIdentity(repository);
  }
  const isBot = user.type === 'Bot' || isBotLogin(user.login);
  const isPerson = user.type === 'User';
  return {
    system: readSystem(repository),
    login: user.login,
    ...(typeof user.id === 'number' && { id: String(user.id) }),
    kind: isBot ? 'bot' : (isPerson && 'human') || 'unknown',
  };
}

/** Apps act as `slug[bot]`. */
export function isBotLogin(login: string): boolean {
  return (
    PLATFORM.includes(login.toLowerCase()) ||
    login.toLowerCase().endsWith('[bot]')
  );
}

/**
 * Somebody who is not reported, e.g. because the account was deleted. Without
 * an account, so that nobody is taken to be the same person or another.
 */
export function unknownIdentity(repository: Located): Identity {
  return { system: readSystem(repository), name: NOBODY, kind: 'unknown' };
}

/** An account, or somebody who is not reported. */
export function toAccount(
  user: User | null | undefined,
  repository: Located,
): Identity {
  return user ? toIdentity(user, repository) : unknownIdentity(repository);
}

export function repositorySubject(repository: Repository): Subject {
  return { kind: 'repository', uri: repository.html_url };
}
