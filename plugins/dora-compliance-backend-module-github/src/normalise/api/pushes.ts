import {
  type PartialReading,
  readStatements,
  type Reading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { Commit, Moment, User } from '../fields';
import type { GithubScope } from '../GithubScope';
import { readPush } from '../push';
import type { GithubAnswers } from './GithubAnswers';
import { Comparison, pushedCommit } from './commits';
import { listShape } from './pages';

/** What moved a ref, as the list of activities of a repository reports. */
export const Activity = z.looseObject({
  id: z.number().int(),
  before: Commit,
  after: Commit,
  ref: z.string(),
  timestamp: Moment,
  activity_type: z.string(),
  actor: User.nullable(),
});

export type Activity = z.output<typeof Activity>;

export const Activities = listShape(Activity);

/** Activities that brought commits; a new branch reports none. */
const PUSHES = ['push', 'force_push', 'pr_merge', 'merge_queue_merge'];

export function isPush({ activity_type: type }: Activity): boolean {
  return PUSHES.includes(type);
}

/** A branch that went; there are no commits to ask for. */
export function isDeletion({ activity_type: type }: Activity): boolean {
  return type === 'branch_deletion';
}

/**
 * Pushes as far as activities report them: who moved which branch from where to
 * where, with the commits between. The moment is that of the activity, which
 * may differ from that of the webhook.
 */
export function readPushes(
  answers: GithubAnswers,
  scope: GithubScope,
): PartialReading {
  // Those that are too old were listed, but not asked for.
  const pushes = answers
    .list(/^\/activity$/, Activities)
    .filter(
      activity =>
        isDeletion(activity) ||
        (isPush(activity) && answers.asked(matchComparison(activity))),
    );
  return readStatements(
    pushes,
    ({ id }) => `activity ${id}`,
    push => asPushed(push, answers, scope),
  );
}

function matchComparison({ before, after }: Activity): RegExp {
  return new RegExp(`^/compare/${before}\\.\\.\\.${after}$`);
}

function asPushed(
  push: Activity,
  answers: GithubAnswers,
  scope: GithubScope,
): Reading {
  const { before, after, ref, timestamp, actor } = push;
  const pushed = {
    ref,
    before,
    after,
    repository: { ...answers.repository, pushed_at: timestamp },
    sender: actor ?? undefined,
    pusher: actor && { name: actor.login },
    head_commit: null,
  };
  if (isDeletion(push)) {
    return readPush({ ...pushed, deleted: true, commits: [] }, scope);
  }
  const pages = answers.all(matchComparison(push), Comparison);
  // A push with unknown commits gives no statement: no commits is something else.
  const [first] = pages;
  const commits = pages.flatMap(({ items }) => items);
  if (!first || commits.length < first.total) {
    return { statements: [], flaws: ['its commits are not all known'] };
  }
  return readPush(
    {
      ...pushed,
      deleted: false,
      forced: push.activity_type === 'force_push',
      commits: commits.map(pushedCommit),
    },
    scope,
  );
}
