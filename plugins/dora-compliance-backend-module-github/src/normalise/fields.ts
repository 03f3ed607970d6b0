import type {
  Identity,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

export {
  CommitId as Commit,
  Moment,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

export const User = z.looseObject({
  login: z.string().min(1),
  id: z.number().optional(),
  type: z.string().optional(),
});

export type User = z.output<typeof User>;

export const Repository = z.looseObject({
  html_url: z.string().min(1),
  default_branch: z.string().optional(),
});

export type Repository = z.output<typeof Repository>;

/** The host of a repository names the system its accounts belong to. */
export function systemOf(repository: Repository): string {
  return repository.html_url.replace(/^https?:\/\//, '').split('/')[0] ?? '';
}

export function identityOf(user: User, repository: Repository): Identity {
  const isBot = user.type === 'Bot' || /\[bot\]$/i.test(user.login);
  const isPerson = user.type === 'User';
  return {
    system: systemOf(repository),
    login: user.login,
    ...(user.id !== undefined && { id: String(user.id) }),
    kind: isBot ? 'bot' : (isPerson && 'human') || 'unknown',
  };
}

/** Somebody who is not told, e.g. because the account was deleted. */
export function unknownIdentity(repository: Repository): Identity {
  return { system: systemOf(repository), login: 'ghost', kind: 'unknown' };
}

export function repositorySubject(repository: Repository): Subject {
  return { kind: 'repository', uri: repository.html_url };
}
