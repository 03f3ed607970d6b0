import {
  commitSubject,
  type Identity,
  type Instant,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readHeadings } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import {
  toBranchName,
  CommitId,
  toIdentity,
  Moment,
  OptionalMoment,
  organisationOfRepository,
  Person,
  Repository,
  repositoryAddress,
  repositorySubject,
} from './fields';

const CommitReference = z.looseObject({ commitId: CommitId });

/** A pull request as events and the API give it. */
export const PullRequest = z.looseObject({
  repository: Repository,
  pullRequestId: z.number().int(),
  status: z.string(),
  mergeStatus: z.string().nullish(),
  title: z.string(),
  description: z.string().nullish().catch(undefined),
  createdBy: Person,
  creationDate: Moment,
  closedDate: OptionalMoment,
  closedBy: Person.nullish(),
  targetRefName: z.string().min(1),
  lastMergeSourceCommit: CommitReference.nullish(),
  lastMergeCommit: CommitReference.nullish(),
  /** Only of a pull request that comes from a fork. */
  forkSource: z
    .looseObject({ repository: Repository.nullish().catch(undefined) })
    .nullish(),
  reviewers: z
    .array(Person.extend({ vote: z.number().nullish() }))
    .nullish()
    .transform(list => list ?? []),
});

export type PullRequest = z.output<typeof PullRequest>;

/** Votes, from approved to rejected; 0 is a vote that was taken back. */
const DECISIONS: Readonly<
  Record<number, Statement<'change-reviewed'>['predicate']['decision']>
> = {
  10: 'approved',
  5: 'approved',
  0: 'dismissed',
  [-5]: 'changes-requested',
  [-10]: 'changes-requested',
};

/** Whether it was completed, so that its commits are on the target branch. */
export function isMerged({ status }: PullRequest): boolean {
  return status === 'completed';
}

/** Whether it was closed without a merge. */
export function isAbandoned({ status }: PullRequest): boolean {
  return status === 'abandoned';
}

export function readSystem(pull: PullRequest): string {
  return organisationOfRepository(pull.repository).host;
}

/** The last commit of the change. Throws when it is not reported. */
export function readHeadCommit({ lastMergeSourceCommit }: PullRequest): string {
  if (!lastMergeSourceCommit) {
    throw new TypeError('lastMergeSourceCommit is missing');
  }
  return lastMergeSourceCommit.commitId;
}

/** The fork it comes from; that it comes from none is not reported. */
function readSourceRepository({ forkSource }: PullRequest) {
  const repository = forkSource?.repository;
  return (
    forkSource && {
      sourceRepository: {
        ...(repository && { url: repositoryAddress(repository) }),
        fork: true,
      },
    }
  );
}

/** Its web address, below that of its repository. */
export function readChange(pull: PullRequest) {
  const { uri } = repositorySubject(pull.repository);
  return {
    number: String(pull.pullRequestId),
    title: pull.title,
    url: `${uri}/pullrequest/${pull.pullRequestId}`,
  };
}

/** The repository and the change. */
export function changeSubjects(pull: PullRequest): Subject[] {
  return [
    repositorySubject(pull.repository),
    { kind: 'change', uri: readChange(pull).url },
  ];
}

/** Lists of pull requests have the beginning of a description, and no more. */
const CUT_AT = 400;

/** Absent if there is no description, or perhaps not all of it. */
function describeHeadings({ description }: PullRequest) {
  return typeof description === 'string' && description.length < CUT_AT
    ? { headings: readHeadings(description) }
    : {};
}

/** Throws when it does not show when and by which commit it was merged. */
export function mergedStatement(
  pull: PullRequest,
  commitCount?: number,
): Statement {
  const { closedDate, lastMergeCommit } = pull;
  if (!closedDate || !lastMergeCommit) {
    throw new TypeError('closedDate or lastMergeCommit is missing');
  }
  const headCommit = readHeadCommit(pull);
  const mergeCommit = lastMergeCommit.commitId;
  const system = readSystem(pull);
  return {
    type: 'change-merged',
    subjects: [
      ...changeSubjects(pull),
      commitSubject(headCommit),
      commitSubject(mergeCommit),
    ],
    predicate: {
      change: readChange(pull),
      author: toIdentity(pull.createdBy, system),
      ...(pull.closedBy && { mergedBy: toIdentity(pull.closedBy, system) }),
      mergedAt: closedDate,
      headCommit,
      mergeCommit,
      targetBranch: toBranchName(pull.targetRefName),
      ...(commitCount !== undefined && { commitCount }),
      ...readSourceRepository(pull),
      ...describeHeadings(pull),
    },
    observedAt: closedDate,
    sourceId: 'azure-devops',
  };
}

export function updatedStatement(
  pull: PullRequest,
  update: { pushedBy: Identity; headCommit: string; at: Instant },
): Statement {
  const { pushedBy, headCommit, at } = update;
  return {
    type: 'change-updated',
    subjects: [...changeSubjects(pull), commitSubject(headCommit)],
    predicate: {
      change: readChange(pull),
      pushedBy,
      headCommit,
      ...readSourceRepository(pull),
    },
    observedAt: at,
    sourceId: 'azure-devops',
  };
}

/**
 * A vote on the state of a change at a commit. Its id is made of reviewer and
 * commit, which events and lists both report, so that a vote that is taken back
 * finds the one that was given.
 */
export function votedStatement(
  pull: PullRequest,
  vote: { reviewer: Person; vote: number; commit: string; at: Instant },
): Statement {
  const { reviewer, commit, at } = vote;
  const decision = DECISIONS[vote.vote];
  if (!decision || !reviewer.id) {
    throw new TypeError(`the vote ${vote.vote} is unknown, or its reviewer`);
  }
  return {
    type: 'change-reviewed',
    subjects: [...changeSubjects(pull), commitSubject(commit)],
    predicate: {
      change: readChange(pull),
      reviewId: `${reviewer.id}:${commit}`,
      reviewer: toIdentity(reviewer, readSystem(pull)),
      decision,
      commit,
      submittedAt: at,
    },
    observedAt: at,
    sourceId: 'azure-devops',
  };
}
