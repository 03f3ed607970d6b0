import {
  commitSubject,
  type Identity,
  type PushedCommit,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { AzureDevOpsScope } from './AzureDevOpsScope';
import {
  branchOf,
  CommitId,
  gitIdentityOf,
  GitPerson,
  identityOf,
  Moment,
  organisationOf,
  Person,
  Repository,
  repositorySubject,
} from './fields';
import type { EventReader } from './ServiceHookEvent';

/** A commit as events and the API list it. */
export const Commit = z.looseObject({
  commitId: CommitId,
  author: GitPerson.nullish(),
  committer: GitPerson.nullish(),
  comment: z.string().nullish(),
});

export type Commit = z.output<typeof Commit>;

/** What a push did to a branch or tag. */
export const RefUpdate = z.looseObject({
  name: z.string(),
  oldObjectId: CommitId,
  newObjectId: CommitId,
  forced: z.boolean().nullish(),
});

const Push = z.looseObject({
  commits: z
    .array(Commit)
    .nullish()
    .transform(list => list ?? []),
  refUpdates: z.array(RefUpdate),
  repository: Repository,
  pushedBy: Person,
  date: Moment,
});

type Push = z.output<typeof Push>;

const NO_COMMIT = /^0+$/;

/** `git.push` to the default branch or another protected one. */
export const readPush: EventReader = ({ resource }, scope) =>
  pushStatements(resource, scope);

/** What a push says, as events and the API tell it. */
export function pushStatements(
  resource: unknown,
  scope: AzureDevOpsScope,
): { statements: Statement[]; flaws: string[] } {
  const push = Push.parse(resource);
  const statements = push.refUpdates
    .filter(update => isKept(update, push.repository, scope.protectedBranches))
    .map(update => pushed(push, update));
  return {
    statements,
    flaws:
      statements.length > 0 && push.refUpdates.length > 1
        ? [
            'commits are those of several branches: of each branch only the newest is taken',
          ]
        : [],
  };
}

/** Whether a push moved a protected branch, and did not delete it. */
export function isKept(
  { name, newObjectId }: RefUpdate,
  { defaultBranch }: Repository,
  protectedBranches: readonly string[],
): boolean {
  return (
    name.startsWith('refs/heads/') &&
    !NO_COMMIT.test(newObjectId) &&
    (name === defaultBranch || protectedBranches.includes(branchOf(name)))
  );
}

type RefUpdate = z.output<typeof RefUpdate>;

function pushed(push: Push, update: RefUpdate): Statement {
  const { repository, date } = push;
  const system = organisationOf(repository.url).host;
  const pushedBy = identityOf(push.pushedBy, system);
  return {
    type: 'commits-pushed',
    subjects: [
      repositorySubject(repository),
      commitSubject(update.newObjectId),
    ],
    predicate: {
      branch: branchOf(update.name),
      ...(!NO_COMMIT.test(update.oldObjectId) && {
        before: update.oldObjectId,
      }),
      after: update.newObjectId,
      pushedBy,
      ...(typeof update.forced === 'boolean' && { forced: update.forced }),
      commits: commitsOf(push, update).map(commit =>
        pushedCommitOf(commit, system, [pushedBy]),
      ),
    },
    observedAt: date,
    sourceId: 'azure-devops',
  };
}

/** The commits are not told apart by branch. */
function commitsOf({ commits, refUpdates }: Push, { newObjectId }: RefUpdate) {
  return refUpdates.length === 1
    ? commits
    : commits.filter(({ commitId }) => commitId === newObjectId);
}

export function pushedCommitOf(
  commit: Commit,
  system: string,
  accounts: readonly Identity[],
): PushedCommit {
  const identity = (person: GitPerson) =>
    gitIdentityOf(person, system, accounts);
  return {
    commit: commit.commitId,
    author: identity(commit.author ?? {}),
    ...(commit.committer && { committer: identity(commit.committer) }),
    coAuthors: coAuthorsIn(commit.comment ?? '').map(identity),
    title: (commit.comment ?? '').split('\n')[0] ?? '',
  };
}

function coAuthorsIn(message: string): GitPerson[] {
  const trailers = message.matchAll(
    /^co-authored-by:\s*([^<\n]*?)\s*<([^>\n]*)>/gim,
  );
  return [...trailers].map(([, name, email]) => ({ name, email }));
}
