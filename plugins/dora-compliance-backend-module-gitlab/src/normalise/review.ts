import {
  commitSubject,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { toIdentity } from './accounts';
import {
  readChange,
  changeSubjects,
  type MergeRequestEvent,
  withoutCommit,
} from './MergeRequestEvent';
import type { DeliveryContext, Reading } from './DeliveryContext';
import { SOURCE_ID, parseSystem } from './fields';

/**
 * Somebody gave their approval or took it back. The commit approved is the
 * last one of the change at the time.
 */
export function readReview(
  event: MergeRequestEvent,
  decision: 'approved' | 'dismissed',
  context: DeliveryContext,
): Reading {
  const { project, object_attributes: change, user } = event;
  const commit = change.last_commit?.id;
  if (!commit) {
    return withoutCommit();
  }
  const submittedAt = reviewedAt(event, context);
  if (!submittedAt) {
    return {
      statements: [],
      flaws: [
        'object_attributes.actioned_at is missing, and no webhook-timestamp tells when it was reviewed',
      ],
    };
  }
  const reviewer = toIdentity(user, parseSystem(project.web_url));
  return [
    {
      type: 'change-reviewed',
      subjects: [...changeSubjects(event), commitSubject(commit)],
      predicate: {
        change: readChange(event),
        reviewId: toReviewId(change.iid, reviewer, commit),
        reviewer,
        decision,
        commit,
        submittedAt,
      },
      observedAt: submittedAt,
      sourceId: SOURCE_ID,
    },
  ];
}

/**
 * When it was reviewed. An approval need not update its change, which was then
 * last updated before, or merged.
 */
function reviewedAt(
  { object_attributes: change, changes }: MergeRequestEvent,
  { sentAt }: DeliveryContext,
): Instant | undefined {
  if (change.actioned_at) {
    return change.actioned_at;
  }
  const isUpdated = Boolean(changes?.updated_at) && change.state !== 'merged';
  return isUpdated ? change.updated_at : sentAt;
}

/**
 * GitLab gives approvals no id. One person has one approval of one state of a
 * change, so that taking it back finds it.
 */
export function toReviewId(
  iid: number,
  reviewer: { id?: string; login?: string; name?: string },
  commit: string,
): string {
  const who = reviewer.id ?? reviewer.login ?? reviewer.name;
  return `${iid}/${who}/${commit.toLowerCase()}`;
}
