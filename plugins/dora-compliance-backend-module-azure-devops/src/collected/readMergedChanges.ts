import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitSubject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { stateStatement } from '../normalise/changeState';
import { branchIn, identityOf } from '../normalise/fields';
import {
  changeOf,
  changeSubjects,
  headCommitOf,
  isMerged,
  mergedStatement,
  PullRequest,
  systemOf,
  updatedStatement,
  votedStatement,
} from '../normalise/pullRequest';
import { Commit, pushedCommitOf } from '../normalise/pushedCommit';
import { attempt, completeness, itemsAt, oneAt, PATHS } from './answers';
import { type CollectedReader, onTarget } from './CollectedReader';
import { Iteration, Thread, votesIn } from './votes';

/**
 * A completed pull request, its commits, what was pushed to it and the votes
 * on it. Of the list of pull requests nothing is read: each has a document.
 */
export const readMergedChanges: CollectedReader = document => {
  const pull = oneAt(document, PATHS.pullRequest, PullRequest);
  if (!pull || !isMerged(pull)) {
    return { statements: [], flaws: [] };
  }
  const flaws: string[] = [];
  const iterations = itemsAt(document, PATHS.iterations, Iteration);
  const threads = itemsAt(document, PATHS.threads, Thread);
  const { votes, flaws: voteFlaws } = votesIn(threads.items, iterations.items);
  const commits = itemsAt(document, PATHS.pullRequestCommits, Commit);
  const { complete } = completeness(document, commits.flaws);
  const statements = [
    ...attempt('pull request', flaws, () => [
      mergedStatement(pull, complete ? commits.items.length : undefined),
    ]),
    commitsObserved(document, pull, {
      ...commits,
      accounts: accountsOf(pull, iterations.items),
    }),
    ...iterations.items.map(iteration => iterationStatement(pull, iteration)),
    ...votes.flatMap(vote =>
      attempt(`vote at ${vote.at}`, flaws, () => [votedStatement(pull, vote)]),
    ),
  ];
  return {
    statements: statements.map(statement => onTarget(document, statement)),
    flaws: [
      ...flaws,
      ...commits.flaws,
      ...iterations.flaws,
      ...threads.flaws,
      ...voteFlaws,
    ],
  };
};

/** What was pushed, or that the change was aimed at another branch. */
function iterationStatement(
  pull: PullRequest,
  iteration: Iteration,
): Statement {
  const { author, sourceRefCommit, createdDate: at, reason } = iteration;
  const { commitId: headCommit } = sourceRefCommit;
  const by = author && identityOf(author, systemOf(pull));
  return reason?.toLowerCase() === 'retarget'
    ? stateStatement(pull, {
        action: 'retargeted',
        by: by ?? undefined,
        at,
        headCommit,
        targetBranch: branchIn(iteration.newTargetRefName),
        previousTargetBranch: branchIn(iteration.oldTargetRefName),
      })
    : updatedStatement(pull, {
        pushedBy: by ?? { system: systemOf(pull), kind: 'unknown' },
        headCommit,
        at,
      });
}

/** The accounts the document tells, to link authors of commits to. */
function accountsOf(
  pull: PullRequest,
  iterations: readonly Iteration[],
): Identity[] {
  return [
    pull.createdBy,
    ...(pull.closedBy ? [pull.closedBy] : []),
    ...pull.reviewers.filter(({ isContainer }) => !isContainer),
    ...iterations.flatMap(({ author }) => (author ? [author] : [])),
  ].map(person => identityOf(person, systemOf(pull)));
}

function commitsObserved(
  document: CollectedDocument,
  pull: PullRequest,
  commits: {
    items: readonly Commit[];
    flaws: readonly string[];
    accounts: readonly Identity[];
  },
): Statement {
  const { items, flaws, accounts } = commits;
  const headCommit = headCommitOf(pull);
  return {
    type: 'change-commits-observed',
    subjects: [...changeSubjects(pull), commitSubject(headCommit)],
    predicate: {
      ...completeness(document, flaws),
      change: changeOf(pull),
      headCommit,
      commits: items.map(commit =>
        pushedCommitOf(commit, systemOf(pull), accounts),
      ),
    },
    observedAt: document.collectedAt,
    sourceId: 'azure-devops',
  };
}
