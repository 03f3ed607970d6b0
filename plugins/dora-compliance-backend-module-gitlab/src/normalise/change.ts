import {
  commitSubject,
  type Identity,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { identityOf, identityOfId, User } from './accounts';
import type { DeliveryContext, Reading } from './DeliveryContext';
import { CommitId, Moment, SOURCE_ID, systemOf } from './fields';
import {
  changeSubjects,
  describeChange,
  MergeRequestEvent,
  withoutCommit,
} from './MergeRequestEvent';
import { readReview } from './review';

const MergedEvent = MergeRequestEvent.extend({
  assignees: z.array(User).nullish(),
  reviewers: z.array(User).nullish(),
  object_attributes: MergeRequestEvent.shape.object_attributes.extend({
    author_id: z.number().int(),
    target_branch: z.string(),
    merged_at: Moment.nullish(),
    merge_commit_sha: CommitId.nullish(),
    squash_commit_sha: CommitId.nullish(),
  }),
});

const Action = z.looseObject({
  object_attributes: z.looseObject({
    action: z.string().nullish(),
    oldrev: z.string().nullish(),
    system: z.boolean().nullish(),
  }),
});

/**
 * `merge_request`: opened, pushed to, reviewed or merged. An event without an
 * action, as system hooks send it, tells only of the present state. Whoever
 * opens a change again has pushed nothing.
 */
export function readMergeRequest(
  payload: unknown,
  context: DeliveryContext,
): Reading {
  const { action, oldrev, system } = Action.parse(payload).object_attributes;
  switch (action) {
    case 'open':
      return updated(MergeRequestEvent.parse(payload));
    case 'update':
      return oldrev ? updated(MergeRequestEvent.parse(payload)) : [];
    case 'merge':
      return merged(MergedEvent.parse(payload));
    case 'approved':
    case 'approval':
      return readReview(MergeRequestEvent.parse(payload), 'approved', context);
    case 'unapproved':
    case 'unapproval':
      // GitLab resets approvals in the name of whoever pushed, who reviewed
      // nothing; the push itself makes the approvals stale.
      return system
        ? []
        : readReview(MergeRequestEvent.parse(payload), 'dismissed', context);
    default:
      return [];
  }
}

function merged(event: z.output<typeof MergedEvent>): Reading {
  const { project, object_attributes: change, user } = event;
  const head = change.last_commit?.id;
  if (!head) {
    return withoutCommit();
  }
  // Without a merge commit the branch was moved to the last commit.
  const arrival = change.merge_commit_sha ?? change.squash_commit_sha ?? head;
  const mergedAt = change.merged_at ?? change.actioned_at ?? change.updated_at;
  return [
    {
      type: 'change-merged',
      subjects: [
        ...changeSubjects(event),
        commitSubject(head),
        ...(arrival === head ? [] : [commitSubject(arrival)]),
      ],
      predicate: {
        change: describeChange(change),
        author: authorOf(event),
        mergedBy: identityOf(user, systemOf(project.web_url)),
        mergedAt,
        headCommit: head,
        mergeCommit: arrival,
        targetBranch: change.target_branch,
      },
      observedAt: mergedAt,
      sourceId: SOURCE_ID,
    },
  ];
}

/** The author is told by number; others of the event may have the same one. */
function authorOf(event: z.output<typeof MergedEvent>): Identity {
  const { object_attributes: change, project } = event;
  const system = systemOf(project.web_url);
  const known = [
    event.user,
    ...(event.assignees ?? []),
    ...(event.reviewers ?? []),
  ].find(({ id, username }) => id === change.author_id && username);
  return known
    ? identityOf(known, system)
    : identityOfId(change.author_id, system);
}

/** One that was opened without commits brings none. */
function updated(event: MergeRequestEvent): Statement[] {
  const { project, object_attributes: change, user } = event;
  const head = change.last_commit?.id;
  if (!head) {
    return [];
  }
  return [
    {
      type: 'change-updated',
      subjects: [...changeSubjects(event), commitSubject(head)],
      predicate: {
        change: describeChange(change),
        pushedBy: identityOf(user, systemOf(project.web_url)),
        headCommit: head,
      },
      observedAt: change.actioned_at ?? change.updated_at,
      sourceId: SOURCE_ID,
    },
  ];
}
