import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { Reading } from './DeliveryContext';
import {
  Action,
  Commit,
  toIdentity,
  Moment,
  Repository,
  unknownIdentity,
  User,
} from './fields';
import {
  changeSubjects,
  describeChange,
  ReviewedPullRequest,
} from './pullRequest';

const decisions = {
  approved: 'approved',
  changes_requested: 'changes-requested',
  commented: 'commented',
  dismissed: 'dismissed',
} as const;

const ReviewEvent = z.looseObject({
  repository: Repository,
  pull_request: ReviewedPullRequest.extend({ updated_at: Moment.nullish() }),
  review: z.looseObject({
    id: z.number(),
    user: User.nullish(),
    state: z
      .string()
      .toLowerCase()
      .pipe(
        z.enum(['approved', 'changes_requested', 'commented', 'dismissed']),
      ),
    commit_id: Commit,
    submitted_at: Moment,
    author_association: z.string().optional(),
  }),
});

const WithoutCommit = ReviewEvent.extend({
  review: ReviewEvent.shape.review.extend({ commit_id: z.null().optional() }),
});

/**
 * `pull_request_review`. One that does not report its commit is kept with that
 * flaw: it says nothing of the commit the change has now.
 */
export function readReviewEvent(payload: unknown): Reading {
  const { action } = Action.parse(payload);
  if (decides(action) && WithoutCommit.safeParse(payload).success) {
    const flaw =
      'review.commit_id is missing: which commit was reviewed is not told';
    return { statements: [], flaws: [flaw] };
  }
  return readReview(payload);
}

/** A review that was submitted or dismissed; an edit decides nothing. */
export function readReview(payload: unknown): Statement[] {
  const { action } = Action.parse(payload);
  if (!decides(action)) {
    return [];
  }
  const event = ReviewEvent.parse(payload);
  const { repository, review } = event;
  const isDismissed = action === 'dismissed';
  const mayWrite = mayWriteAs(review.author_association);
  return [
    {
      type: 'change-reviewed',
      subjects: [...changeSubjects(event), commitSubject(review.commit_id)],
      predicate: {
        change: describeChange(event.pull_request),
        reviewId: String(review.id),
        reviewer: review.user
          ? toIdentity(review.user, repository)
          : unknownIdentity(repository),
        decision: isDismissed ? 'dismissed' : decisions[review.state],
        commit: review.commit_id,
        submittedAt: review.submitted_at,
        ...(mayWrite !== undefined && { mayWrite }),
      },
      // Of a dismissal only the change reports the moment.
      observedAt:
        (isDismissed && event.pull_request.updated_at) || review.submitted_at,
      sourceId: 'github',
    },
  ];
}

function decides(action: string): boolean {
  return action === 'submitted' || action === 'dismissed';
}

/**
 * Whether a reviewer may write, where that is reported. Somebody whose
 * membership of the organisation is private counts as a contributor, or as
 * none, though they may write; only an account nobody can use surely may not.
 */
function mayWriteAs(association: string | undefined): boolean | undefined {
  switch (association) {
    case 'OWNER':
      return true;
    case 'MANNEQUIN':
      return false;
    default:
      return undefined;
  }
}
