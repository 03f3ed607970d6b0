import {
  commitSubject,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readHeadings } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { readChangeState } from './changeState';
import type { DeliveryContext } from './DeliveryContext';
import {
  toAccount,
  Action,
  Commit,
  toIdentity,
  Moment,
  Repository,
  User,
} from './fields';
import { changeSubjects, describeChange, PullRequest } from './pullRequest';
import { readSourceRepository } from './sourceRepository';

const Closed = z.looseObject({
  pull_request: z.looseObject({
    merged: z.boolean().nullish(),
    merged_at: z.unknown().optional(),
  }),
});

const MergedEvent = z.looseObject({
  repository: Repository,
  pull_request: PullRequest.extend({
    merged_at: Moment,
    merge_commit_sha: Commit,
    merged_by: User.nullish(),
    commits: z.number().int().nonnegative().nullish(),
    /** Null if nobody wrote a description. */
    body: z.string().nullish().catch(undefined),
  }),
});

const UpdatedEvent = z.looseObject({
  repository: Repository,
  /** The last commit before the push; not reported of a change that is opened. */
  before: Commit.nullish(),
  sender: User.nullish(),
  pull_request: PullRequest.extend({ updated_at: Moment }),
});

/** `pull_request`: opened, pushed to, merged, or in another state. */
export function readPullRequest(
  payload: unknown,
  context: DeliveryContext,
): Statement[] {
  const { action } = Action.parse(payload);
  switch (action) {
    case 'opened':
    case 'synchronize':
      return [updated(UpdatedEvent.parse(payload))];
    case 'closed':
      return isMerged(payload)
        ? [merged(MergedEvent.parse(payload))]
        : readChangeState(payload, context);
    default:
      return readChangeState(payload, context);
  }
}

function isMerged(payload: unknown): boolean {
  const { merged: told, merged_at: at } = Closed.parse(payload).pull_request;
  return told ?? Boolean(at);
}

function merged(event: z.output<typeof MergedEvent>): Statement {
  const { repository, pull_request: pull } = event;
  const { head, base, body, commits, merge_commit_sha: mergeCommit } = pull;
  const sourceRepository = readSourceRepository(head.repo, repository);
  return {
    type: 'change-merged',
    subjects: commitSubjects(event, [head.sha, mergeCommit]),
    predicate: {
      change: describeChange(pull),
      author: toAccount(pull.user, repository),
      ...(pull.merged_by && {
        mergedBy: toIdentity(pull.merged_by, repository),
      }),
      mergedAt: pull.merged_at,
      headCommit: head.sha,
      mergeCommit,
      targetBranch: base.ref,
      ...(typeof commits === 'number' && { commitCount: commits }),
      ...(sourceRepository && { sourceRepository }),
      ...(body !== undefined && { headings: readHeadings(body ?? '') }),
    },
    observedAt: pull.merged_at,
    sourceId: 'github',
  };
}

function updated(event: z.output<typeof UpdatedEvent>): Statement {
  const { repository, pull_request: pull, sender, before } = event;
  const sourceRepository = readSourceRepository(pull.head.repo, repository);
  return {
    type: 'change-updated',
    subjects: commitSubjects(event, [pull.head.sha]),
    predicate: {
      change: describeChange(pull),
      pushedBy: toAccount(sender, repository),
      headCommit: pull.head.sha,
      ...(before && { before }),
      ...(sourceRepository && { sourceRepository }),
    },
    observedAt: pull.updated_at,
    sourceId: 'github',
  };
}

function commitSubjects(
  event: Parameters<typeof changeSubjects>[0],
  commits: readonly string[],
): Subject[] {
  return [...changeSubjects(event), ...commits.map(commitSubject)];
}
