import {
  commitSubject,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  Action,
  Commit,
  identityOf,
  Moment,
  Repository,
  repositorySubject,
  unknownIdentity,
  User,
  WebAddress,
} from './fields';

const PullRequest = z.looseObject({
  number: z.number(),
  title: z.string(),
  html_url: WebAddress,
  user: User.nullish(),
  head: z.looseObject({ sha: Commit }),
  base: z.looseObject({ ref: z.string() }),
});

const Merged = PullRequest.extend({
  merged_at: Moment,
  merge_commit_sha: Commit,
  merged_by: User.nullish(),
  commits: z.number().int().nonnegative().optional(),
});

const Closed = z.looseObject({
  repository: Repository,
  pull_request: z.looseObject({ merged: z.boolean().optional() }),
});

const MergedEvent = z.looseObject({
  repository: Repository,
  pull_request: Merged,
});

const UpdatedEvent = z.looseObject({
  repository: Repository,
  sender: User.nullish(),
  pull_request: PullRequest.extend({ updated_at: Moment }),
});

/** `pull_request`: opened, pushed to, or merged. */
export function readPullRequest(payload: unknown): Statement[] {
  const { action } = Action.parse(payload);
  switch (action) {
    case 'opened':
    case 'synchronize':
      return [updated(UpdatedEvent.parse(payload))];
    case 'closed':
      return Closed.parse(payload).pull_request.merged
        ? [merged(MergedEvent.parse(payload))]
        : [];
    default:
      return [];
  }
}

function merged(event: z.output<typeof MergedEvent>): Statement {
  const { repository, pull_request: pull } = event;
  return {
    type: 'change-merged',
    subjects: [
      ...changeSubjects(event),
      commitSubject(pull.head.sha),
      commitSubject(pull.merge_commit_sha),
    ],
    predicate: {
      change: describeChange(pull),
      author: pull.user
        ? identityOf(pull.user, repository)
        : unknownIdentity(repository),
      ...(pull.merged_by && {
        mergedBy: identityOf(pull.merged_by, repository),
      }),
      mergedAt: pull.merged_at,
      headCommit: pull.head.sha,
      mergeCommit: pull.merge_commit_sha,
      targetBranch: pull.base.ref,
      ...(pull.commits !== undefined && { commitCount: pull.commits }),
    },
    observedAt: pull.merged_at,
    sourceId: 'github',
  };
}

function updated(event: z.output<typeof UpdatedEvent>): Statement {
  const { repository, pull_request: pull, sender } = event;
  return {
    type: 'change-updated',
    subjects: [...changeSubjects(event), commitSubject(pull.head.sha)],
    predicate: {
      change: describeChange(pull),
      pushedBy: sender
        ? identityOf(sender, repository)
        : unknownIdentity(repository),
      headCommit: pull.head.sha,
    },
    observedAt: pull.updated_at,
    sourceId: 'github',
  };
}

/** What a review event tells of its change. */
export const ReviewedPullRequest = z.looseObject({
  number: z.number(),
  title: z.string(),
  html_url: WebAddress,
});

export function describeChange(pull: z.output<typeof ReviewedPullRequest>) {
  return {
    number: String(pull.number),
    title: pull.title,
    url: pull.html_url,
  };
}

export function changeSubjects(event: {
  repository: Repository;
  pull_request: { html_url: string };
}): Subject[] {
  return [
    repositorySubject(event.repository),
    { kind: 'change', uri: event.pull_request.html_url },
  ];
}
