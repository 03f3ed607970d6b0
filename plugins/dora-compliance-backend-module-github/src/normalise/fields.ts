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
export const Action = z.looseObject({ action: z.string() });

export const User = z.looseObject({
  login: z.string().min(1),
  id: z.number().optional(),
  type: z.string().optional(),
});

export type User = z.output<typeof User>;

export const Repository = z.looseObject({
  html_url: WebAddress,
  default_branch: z.string().optional(),
});

export type Repository = z.output<typeof Repository>;

/** The account that stands in for all that were deleted. */
const NOBODY = 'ghost';

/** The host of a repository names the system its accounts belong to. */
export function systemOf(repository: Repository): string {
  return repository.html_url.replace(/^https?:\/\//, '').split('/')[0] ?? '';
}

export function identityOf(user: User, repository: Repository): Identity {
  if (user.login.toLowerCase() === NOBODY) {
    return unknownIdentity(repository);
  }
  const isBot = user.type === 'Bot' || /\[bot\]$/i.test(user.login);
  const isPerson = user.type === 'User';
  return {
    system: systemOf(repository),
    login: user.login,
    ...(user.id !== undefined && { id: String(user.id) }),
    kind: isBot ? 'bot' : (isPerson && 'human') || 'unknown',
  };
}

/**
 * Somebody who is not told, e.g. because the account was deleted. Without an
 * account, so that nobody is taken to be the same person or another.
 */
export function unknownIdentity(repository: Repository): Identity {
  return { system: systemOf(repository), name: NOBODY, kind: 'unknown' };
}

export function repositorySubject(repository: Repository): Subject {
  return { kind: 'repository', uri: repository.html_url };
}
