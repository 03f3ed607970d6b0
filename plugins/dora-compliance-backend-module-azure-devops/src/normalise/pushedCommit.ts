import type {
  Identity,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { coAuthorsIn } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { CommitId, toGitIdentity, GitPerson } from './fields';

/** A commit as events and the API list it. */
export const Commit = z.looseObject({
  commitId: CommitId,
  author: GitPerson.nullish(),
  committer: GitPerson.nullish(),
  comment: z.string().nullish(),
});

export type Commit = z.output<typeof Commit>;

export function toPushedCommit(
  commit: Commit,
  system: string,
  accounts: readonly Identity[],
): PushedCommit {
  const identity = (person: GitPerson) =>
    toGitIdentity(person, system, accounts);
  return {
    commit: commit.commitId,
    author: identity(commit.author ?? {}),
    ...(commit.committer && { committer: identity(commit.committer) }),
    coAuthors: coAuthorsIn(commit.comment ?? '').map(identity),
    title: (commit.comment ?? '').split('\n')[0] ?? '',
  };
}
