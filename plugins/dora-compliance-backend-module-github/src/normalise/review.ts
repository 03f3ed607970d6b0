import {
  commitSubject,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { changeSubjects, describeChange, ReviewedPullRequest } from './change';
import {
  Action,
  Commit,
  identityOf,
  Moment,
  Repository,
  unknownIdentity,
  User,
} from './fields';

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

/** `pull_request_review`: submitted or dismissed; an edit decides nothing. */
export function readReview(payload: unknown): Statement[] {
  const { action } = Action.parse(payload);
  if (action !== 'submitted' && action !== 'dismissed') {
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
          ? identityOf(review.user, repository)
          : unknownIdentity(repository),
        decision: isDismissed ? 'dismissed' : decisions[review.state],
        commit: review.commit_id,
        submittedAt: review.submitted_at,
        ...(mayWrite !== undefined && { mayWrite }),
      },
      // Of a dismissal only the change tells the moment.
      observedAt:
        (isDismissed && event.pull_request.updated_at) || review.submitted_at,
      sourceId: 'github',
    },
  ];
}

/** A member of the organisation may or may not write: that is not told. */
function mayWriteAs(association: string | undefined): boolean | undefined {
  switch (association) {
    case 'OWNER':
      return true;
    case 'CONTRIBUTOR':
    case 'FIRST_TIMER':
    case 'FIRST_TIME_CONTRIBUTOR':
    case 'MANNEQUIN':
    case 'NONE':
      return false;
    default:
      return undefined;
  }
}
