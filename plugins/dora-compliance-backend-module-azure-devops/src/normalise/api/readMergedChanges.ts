import type {
  Identity,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitSubject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readItems } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { stateStatement } from '../changeState';
import { branchIn, toIdentity } from '../fields';
import {
  readChange,
  changeSubjects,
  readHeadCommit,
  isMerged,
  mergedStatement,
  PullRequest,
  readSystem,
  updatedStatement,
  votedStatement,
} from '../pullRequest';
import { Commit, toPushedCommit } from '../pushedCommit';
import { PATHS } from './paths';
import type { AzureDevOpsAnswers, PartReader } from './AzureDevOpsAnswers';
import { Iteration, Thread, votesIn } from './votes';

/**
 * A completed pull request, its commits, what was pushed to it and the votes
 * on it. Of the list of pull requests nothing is read: each has a document.
 */
export const readMergedChanges: PartReader = answers => {
  const pull = answers.one(PATHS.pullRequest, PullRequest);
  if (!pull || !isMerged(pull)) {
    return [];
  }
  const iterations = answers.items(PATHS.iterations, Iteration);
  const threads = answers.items(PATHS.threads, Thread);
  const { votes, flaws: voteFlaws } = votesIn(threads.items, iterations.items);
  const commits = answers.items(PATHS.pullRequestCommits, Commit);
  const { complete } = answers.completeness(commits.flaws);
  const merged = readItems(
    [pull],
    () => 'pull request',
    () => [mergedStatement(pull, complete ? commits.items.length : undefined)],
  );
  const voted = readItems(
    votes,
    vote => `vote at ${vote.at}`,
    vote => [votedStatement(pull, vote)],
  );
  const statements = [
    ...merged.items,
    commitsObserved(answers, pull, {
      ...commits,
      accounts: listAccounts(pull, iterations.items),
    }),
    ...iterations.items.map(iteration => iterationStatement(pull, iteration)),
    ...voted.items,
  ];
  return {
    statements: statements.map(statement => answers.onTarget(statement)),
    flaws: [
      ...merged.flaws,
      ...voted.flaws,
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
  const by = author && toIdentity(author, readSystem(pull));
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
        pushedBy: by ?? { system: readSystem(pull), kind: 'unknown' },
        headCommit,
        at,
      });
}

/** The accounts that are reported, to link authors of commits to. */
function listAccounts(
  pull: PullRequest,
  iterations: readonly Iteration[],
): Identity[] {
  return [
    pull.createdBy,
    ...(pull.closedBy ? [pull.closedBy] : []),
    ...pull.reviewers.filter(({ isContainer }) => !isContainer),
    ...iterations.flatMap(({ author }) => (author ? [author] : [])),
  ].map(person => toIdentity(person, readSystem(pull)));
}

function commitsObserved(
  answers: AzureDevOpsAnswers,
  pull: PullRequest,
  commits: {
    items: readonly Commit[];
    flaws: readonly string[];
    accounts: readonly Identity[];
  },
): Statement {
  const { items, flaws, accounts } = commits;
  const headCommit = readHeadCommit(pull);
  const subjects = [...changeSubjects(pull), commitSubject(headCommit)];
  return answers.observed('change-commits-observed', subjects, {
    ...answers.completeness(flaws),
    change: readChange(pull),
    headCommit,
    // Azure DevOps completes a pull request by a commit that it makes itself.
    ...(pull.lastMergeCommit && {
      merge: { commit: pull.lastMergeCommit.commitId, isMadeByHost: true },
    }),
    commits: items.map(commit =>
      toPushedCommit(commit, readSystem(pull), accounts),
    ),
  });
}
