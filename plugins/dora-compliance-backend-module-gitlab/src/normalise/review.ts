import { commitSubject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { identityOf } from './accounts';
import {
  changeSubjects,
  describeChange,
  type MergeRequestEvent,
} from './MergeRequestEvent';
import type { Reading } from './DeliveryContext';
import { SOURCE_ID, systemOf } from './fields';

/**
 * Somebody gave their approval or took it back. The commit approved is the
 * last one of the change at the time.
 */
export function readReview(
  event: MergeRequestEvent,
  decision: 'approved' | 'dismissed',
): Reading {
  const { project, object_attributes: change, user } = event;
  const isLate = change.state === 'merged' && !change.actioned_at;
  if (isLate) {
    return {
      statements: [],
      flaws: [
        'object_attributes.updated_at is that of the merge: when it was reviewed afterwards is not told',
      ],
    };
  }
  const commit = change.last_commit.id;
  const submittedAt = change.actioned_at ?? change.updated_at;
  const reviewer = identityOf(user, systemOf(project.web_url));
  return [
    {
      type: 'change-reviewed',
      subjects: [...changeSubjects(event), commitSubject(commit)],
      predicate: {
        change: describeChange(change),
        reviewId: reviewIdOf(change.iid, reviewer, commit),
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
 * GitLab gives approvals no id. One person has one approval of one state of a
 * change, so that taking it back finds it.
 */
export function reviewIdOf(
  iid: number,
  reviewer: { id?: string; login?: string },
  commit: string,
): string {
  return `${iid}/${reviewer.id ?? reviewer.login}/${commit.toLowerCase()}`;
}
