import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isMachine } from '../../lineage/isMachine';
import { commitKey } from '../../lineage/keys';
import { isSamePerson, type Person } from '../../lineage/Persons';

type Review = Evidence<'change-reviewed'>;

/** Why an approval does not count, most serious first. */
const defects = [
  'self-approval',
  'stale-approval',
  'approval-after-merge',
  'approval-after-deployment',
  'approval-dismissed',
  'approval-withdrawn',
  'approval-by-machine',
  'approval-without-write-access',
] as const;

export type Defect = (typeof defects)[number];

export function rankDefect(defect: Defect | undefined): number {
  return defect ? defects.indexOf(defect) : -1;
}

/** The most serious reason why an approval does not count, if there is one. */
export function findDefect(
  { predicate }: Review,
  context: {
    change: Evidence<'change-merged'>;
    deployedAt: Instant;
    reviews: readonly Review[];
    approver: Person;
    isInvolved: boolean;
    mayWrite: boolean | undefined;
    index: EvidenceIndex;
  },
): Defect | undefined {
  const { change, deployedAt, reviews, approver, index } = context;
  const { mergedAt, headCommit } = change.predicate;
  const { reviewer, reviewId, submittedAt, commit } = predicate;
  const isLater = ({ predicate: other }: Review) =>
    other.submittedAt > submittedAt &&
    other.submittedAt <= mergedAt &&
    isSamePerson(index.persons.of(other.reviewer), approver) === true;
  const holds: Record<Defect, boolean> = {
    'self-approval': context.isInvolved,
    'stale-approval': commitKey(commit) !== commitKey(headCommit),
    'approval-after-merge': submittedAt > mergedAt,
    // What happens later can't have allowed it.
    'approval-after-deployment': submittedAt > deployedAt,
    'approval-dismissed': reviews.some(
      // Later, or at the same time if a system reports only the review.
      ({ predicate: other }) =>
        other.decision === 'dismissed' &&
        other.reviewId === reviewId &&
        other.submittedAt >= submittedAt &&
        // A later dismissal does not change what was true at the merge.
        other.submittedAt <= mergedAt,
    ),
    'approval-withdrawn': reviews.some(
      review =>
        review.predicate.decision === 'changes-requested' && isLater(review),
    ),
    'approval-by-machine':
      isMachine(reviewer) || index.persons.findOwners(reviewer).length > 0,
    'approval-without-write-access': context.mayWrite === false,
  };
  return defects.find(defect => holds[defect]);
}
