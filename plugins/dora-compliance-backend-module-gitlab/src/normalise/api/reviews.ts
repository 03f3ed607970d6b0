import {
  commitSubject,
  type Instant,
  type Predicate,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Moment as ExactMoment } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { toIdentity, User } from '../accounts';
import { CommitId, Moment, SOURCE_ID } from '../fields';
import { toReviewId } from '../review';
import type { GitlabAnswers } from './GitlabAnswers';

export const Approvals = z.looseObject({
  approved_by: z.array(
    z.looseObject({ user: User, approved_at: z.string().nullish() }),
  ),
});

/** A state of a change: each push makes one. */
export const Version = z.looseObject({
  head_commit_sha: CommitId,
  created_at: ExactMoment,
});

type Reviewed = {
  change: Predicate<'change-reviewed'>['change'];
  subjects: Subject[];
  system: string;
};

/** The approvals of a merge request: each a review, or why it is none. */
export function reviewsIn(
  answers: GitlabAnswers,
  reviewed: Reviewed,
): (Statement | string)[] {
  const approvals = answers.one(
    /^\/merge_requests\/\d+\/approvals$/,
    Approvals,
  );
  const versions = answers.items(/^\/merge_requests\/\d+\/versions$/, Version);
  return (approvals?.approved_by ?? []).map(approval =>
    toReview(approval, versions ?? [], reviewed),
  );
}

/** A review, or why it can't be reported. */
function toReview(
  approval: z.output<typeof Approvals>['approved_by'][number],
  versions: z.output<typeof Version>[],
  { change, subjects, system }: Reviewed,
): Statement | string {
  const reviewer = toIdentity(approval.user, system);
  const exact = ExactMoment.safeParse(approval.approved_at);
  const commit = exact.success ? headAt(exact.data, versions) : undefined;
  if (!exact.success || !commit) {
    return `GitLab does not tell when or of which commit ${
      reviewer.login ?? reviewer.id ?? reviewer.name
    } approved ${change.url}`;
  }
  const submittedAt = Moment.parse(approval.approved_at);
  return {
    type: 'change-reviewed',
    subjects: [
      ...subjects.filter(({ kind }) => kind !== 'commit'),
      commitSubject(commit),
    ],
    predicate: {
      change,
      reviewId: toReviewId(Number(change.number), reviewer, commit),
      reviewer,
      decision: 'approved',
      commit,
      submittedAt,
    },
    observedAt: submittedAt,
    sourceId: SOURCE_ID,
  };
}

/** The last commit of the change at a moment, from its states. */
function headAt(
  moment: Instant,
  versions: z.output<typeof Version>[],
): string | undefined {
  return versions
    .filter(({ created_at: at }) => at <= moment)
    .sort((a, b) => (a.created_at < b.created_at ? -1 : 1))
    .at(-1)?.head_commit_sha;
}
