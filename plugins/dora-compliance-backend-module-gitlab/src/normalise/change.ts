import {
  commitSubject,
  type Identity,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readHeadings } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { toIdentity, identityOfId, User } from './accounts';
import type { DeliveryContext, Reading } from './DeliveryContext';
import { CommitId, Moment, SOURCE_ID, parseSystem } from './fields';
import {
  actedAt,
  readChange,
  changeSubjects,
  MergeRequestEvent,
  parseMergeRequest,
  readSourceRepository,
  withoutCommit,
} from './MergeRequestEvent';
import { stateChanged, stateUpdates } from './changeState';
import { readReview } from './review';

const MergedEvent = MergeRequestEvent.extend({
  assignees: z.array(User).nullish(),
  reviewers: z.array(User).nullish(),
  object_attributes: MergeRequestEvent.shape.object_attributes.extend({
    author_id: z.number().int(),
    merged_at: Moment.nullish(),
    merge_commit_sha: CommitId.nullish(),
    squash_commit_sha: CommitId.nullish(),
    description: z.string().nullish().catch(undefined),
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
 * `merge_request`: opened, pushed to, reviewed, merged, closed, reopened or
 * aimed at another branch. Whoever reopens a change has pushed nothing.
 */
export function readMergeRequest(
  payload: unknown,
  context: DeliveryContext,
): Reading {
  const { action, oldrev, system } = Action.parse(payload).object_attributes;
  const parse = () => parseMergeRequest(MergeRequestEvent, payload);
  switch (action) {
    case 'open':
      return updated(parse());
    case 'update': {
      const event = parse();
      return [
        ...(oldrev ? updated(event, oldrev) : []),
        ...stateUpdates(event),
      ];
    }
    case 'merge':
      return merged(parseMergeRequest(MergedEvent, payload));
    case 'close':
      return [stateChanged(parse(), { action: 'closed' })];
    case 'reopen':
      return [stateChanged(parse(), { action: 'reopened' })];
    case 'approved':
    case 'approval':
      return readReview(parse(), 'approved', context);
    case 'unapproved':
    case 'unapproval':
      // GitLab resets approvals in the name of whoever pushed, who reviewed
      // nothing; the push itself makes the approvals stale.
      return system ? [] : readReview(parse(), 'dismissed', context);
    case null:
    case undefined:
      return notTold();
    default:
      return {
        statements: [],
        flaws: [`object_attributes.action ${action} was not read`],
      };
  }
}

/** An event without an action has the state of the change, and no more. */
function notTold(): Reading {
  const flaw =
    'object_attributes.action is missing: what happened to the merge request is not told';
  return { statements: [], flaws: [flaw] };
}

function merged(event: z.output<typeof MergedEvent>): Reading {
  const { project, object_attributes: change, user } = event;
  const head = change.last_commit?.id;
  if (!head) {
    return withoutCommit();
  }
  // Without a merge commit the branch was moved to the last commit.
  const arrival = change.merge_commit_sha ?? change.squash_commit_sha ?? head;
  const mergedAt = change.merged_at ?? actedAt(event);
  const { description } = change;
  return [
    {
      type: 'change-merged',
      subjects: [
        ...changeSubjects(event),
        commitSubject(head),
        ...(arrival === head ? [] : [commitSubject(arrival)]),
      ],
      predicate: {
        change: readChange(event),
        author: readAuthor(event),
        mergedBy: toIdentity(user, parseSystem(project.web_url)),
        mergedAt,
        headCommit: head,
        mergeCommit: arrival,
        targetBranch: change.target_branch,
        ...readSourceRepository(event),
        ...(description !== undefined && {
          headings: readHeadings(description ?? ''),
        }),
      },
      observedAt: mergedAt,
      sourceId: SOURCE_ID,
    },
  ];
}

/**
 * The author is reported by number; others of the event may have the same one.
 */
function readAuthor(event: z.output<typeof MergedEvent>): Identity {
  const { object_attributes: change, project } = event;
  const system = parseSystem(project.web_url);
  const known = [
    event.user,
    ...(event.assignees ?? []),
    ...(event.reviewers ?? []),
  ].find(({ id, username }) => id === change.author_id && username);
  return known
    ? toIdentity(known, system)
    : identityOfId(change.author_id, system);
}

/** One that was opened without commits brings none. */
function updated(event: MergeRequestEvent, before?: string): Statement[] {
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
        change: readChange(event),
        pushedBy: toIdentity(user, parseSystem(project.web_url)),
        headCommit: head,
        ...(before && { before }),
        ...readSourceRepository(event),
      },
      observedAt: actedAt(event),
      sourceId: SOURCE_ID,
    },
  ];
}
