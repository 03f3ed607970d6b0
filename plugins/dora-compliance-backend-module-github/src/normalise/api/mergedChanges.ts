import {
  commitSubject,
  type Predicate,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { readPullRequest } from '../change';
import { Commit, Moment, User, WebAddress } from '../fields';
import type { GithubScope } from '../GithubScope';
import { changeSubjects, describeChange } from '../pullRequest';
import { readReview } from '../review';
import {
  type PartialReading,
  readStatements,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { type GithubAnswers, type RepositoryAnswer } from './GithubAnswers';
import {
  changeCommit,
  CommitAnswer,
  ComparedCommits,
  readLogin,
} from './commits';
import { listShape } from './pages';

/** A pull request in a list. */
const ListedPull = z.looseObject({
  number: z.number().int(),
  html_url: WebAddress,
  updated_at: Moment,
  merged_at: Moment.nullable(),
});

type ListedPull = z.output<typeof ListedPull>;

export const ListedPulls = listShape(ListedPull);

/** A merged pull request by itself, which reports more than in a list. */
export const PullAnswer = z.looseObject({
  number: z.number().int(),
  title: z.string(),
  html_url: WebAddress,
  updated_at: Moment,
  merged_at: Moment,
  commits: z.number().int().nonnegative(),
  merge_commit_sha: Commit.nullish(),
  head: z.looseObject({ sha: Commit }),
  base: z.looseObject({ sha: Commit }),
});

type PullAnswer = z.output<typeof PullAnswer>;

const ReviewAnswer = z.looseObject({
  id: z.number(),
  state: z.string(),
  user: User.nullish(),
});

export const Reviews = listShape(ReviewAnswer);
export const Commits = listShape(CommitAnswer);

/** Merged changes as their webhooks report, and all of their commits. */
export function readMergedChanges(
  answers: GithubAnswers,
  scope: GithubScope,
): PartialReading {
  const { repository } = answers;
  const pulls = answers.all(/^\/pulls\/\d+$/, PullAnswer);
  if (!repository) {
    return { statements: [], flaws: [] };
  }
  const read = readStatements(
    pulls,
    pull => `pull request ${pull.number}`,
    pull => [
      ...mergedAsTold(pull, repository, scope),
      buildCommits(pull, repository, answers),
    ],
  );
  const reviews = pulls.map(pull => readReviews(pull, answers));
  return {
    statements: [read, ...reviews].flatMap(({ statements }) => statements),
    flaws: [read, ...reviews].flatMap(({ flaws }) => flaws),
  };
}

function mergedAsTold(
  pull: PullAnswer,
  repository: RepositoryAnswer,
  scope: GithubScope,
) {
  const pull_request = { ...pull, merged: true };
  return readPullRequest({ action: 'closed', repository, pull_request }, scope);
}

function readReviews(pull: PullAnswer, answers: GithubAnswers): PartialReading {
  const { repository } = answers;
  const path = new RegExp(`^/pulls/${pull.number}/reviews$`);
  // A pending review is a draft that only its author sees.
  const reviews = answers
    .list(path, Reviews)
    .filter(({ state }) => state.toUpperCase() !== 'PENDING');
  return readStatements(
    reviews,
    review => `review ${review.id} of pull request ${pull.number}`,
    review => {
      const isDismissed = review.state.toUpperCase() === 'DISMISSED';
      const action = isDismissed ? 'dismissed' : 'submitted';
      return readReview({ action, repository, pull_request: pull, review });
    },
  );
}

function buildCommits(
  pull: PullAnswer,
  repository: RepositoryAnswer,
  answers: GithubAnswers,
): Statement {
  const commits = commitsAmong(answers, pull);
  const isShort = commits.length < pull.commits;
  const { complete, problem } = answers.completeness();
  const shas = [pull.head.sha, ...commits.map(({ sha }) => sha)];
  return {
    type: 'change-commits-observed',
    subjects: [
      ...changeSubjects({ repository, pull_request: pull }),
      ...[...new Set(shas)].map(commitSubject),
    ],
    predicate: {
      complete: complete && !isShort,
      ...((problem || isShort) && { problem: problem ?? shortage(pull) }),
      change: describeChange(pull),
      headCommit: pull.head.sha,
      total: pull.commits,
      commits: commits.map(commit => changeCommit(commit, repository)),
      ...readMerge(pull, answers),
    },
    observedAt: pull.merged_at,
    sourceId: 'github',
  };
}

/**
 * Whether GitHub made the commit by which a change arrived. Anybody can name GitHub
 * as the committer; only GitHub can sign as it.
 */
function readMerge(
  { merge_commit_sha: sha }: PullAnswer,
  answers: GithubAnswers,
): Pick<Predicate<'change-commits-observed'>, 'merge'> {
  const [answer] = sha
    ? answers.all(new RegExp(`^/commits/${sha}$`), CommitAnswer)
    : [];
  return sha && answer
    ? {
        merge: {
          commit: sha,
          isMadeByHost:
            answer.commit.verification?.verified === true &&
            readLogin(answer.committer) === 'web-flow',
        },
      }
    : {};
}

/** As they are listed or, where that is too short, as they were compared. */
function commitsAmong(
  answers: GithubAnswers,
  pull: PullAnswer,
): CommitAnswer[] {
  const path = new RegExp(`^/pulls/${pull.number}/commits$`);
  const listed = answers.list(path, Commits);
  const compared = answers.list(
    new RegExp(`^${commitsBetween(pull).replaceAll('.', '\\.')}$`),
    ComparedCommits,
  );
  return listed.length < pull.commits && compared.length === pull.commits
    ? compared
    : listed;
}

/** Where the commits of a pull request are, however many. */
export function commitsBetween({ base, head }: PullAnswer): string {
  return `/compare/${base.sha}...${head.sha}`;
}

function shortage({ number, commits }: PullAnswer): string {
  return `GitHub does not list all ${commits} commits of pull request ${number}`;
}
