import {
  type Evidence,
  type Identity,
  identityLabel,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  commitKey,
  type EvidenceIndex,
  isMachine,
  isSame,
} from '../lineage/EvidenceIndex';

/** Why an approval doesn't count, gravest first. */
const defects = [
  'self-approval',
  'stale-approval',
  'approval-after-merge',
  'approval-dismissed',
  'approval-withdrawn',
  'approval-by-machine',
  'approval-without-write-access',
] as const;

type Defect = (typeof defects)[number];

/** Whether a change had an approval that counts, and by what it is known. */
export type Approval = {
  passed: boolean;
  cause: Reason;
  evidence: Evidence[];
};

/**
 * Looks for one approval of the final state of a change by somebody who had
 * no hand in it (RTS 2024/1774 Art 17(1)(b)).
 */
export function findApproval(
  change: Evidence<'change-merged'>,
  involved: readonly Identity[],
  index: EvidenceIndex,
): Approval {
  const reviews = index.onChange('change-reviewed', change);
  const { number } = change.predicate.change;
  const approvals = reviews
    .filter(review => review.predicate.decision === 'approved')
    .map(review => ({
      review,
      defect: defectOf(review, { change, involved, reviews }),
    }));
  const sound = approvals.find(({ defect }) => !defect);
  if (sound) {
    const approver = identityLabel(sound.review.predicate.reviewer);
    return {
      passed: true,
      cause: reason('independently-approved', { change: number, approver }),
      evidence: [change, sound.review],
    };
  }
  const gravest = approvals.sort((a, b) => rank(a.defect) - rank(b.defect))[0];
  const cause = gravest
    ? reason(gravest.defect ?? 'no-approval', {
        change: number,
        approver: identityLabel(gravest.review.predicate.reviewer),
      })
    : reason('no-approval', { change: number });
  return { passed: false, cause, evidence: [change, ...reviews] };
}

function rank(defect: Defect | undefined): number {
  return defect ? defects.indexOf(defect) : -1;
}

function defectOf(
  approval: Evidence<'change-reviewed'>,
  context: {
    change: Evidence<'change-merged'>;
    involved: readonly Identity[];
    reviews: readonly Evidence<'change-reviewed'>[];
  },
): Defect | undefined {
  const { change, involved, reviews } = context;
  const { mergedAt, headCommit } = change.predicate;
  const { reviewer, reviewId, submittedAt, commit, mayWrite } =
    approval.predicate;
  const isLater = (review: Evidence<'change-reviewed'>) =>
    review.predicate.submittedAt > submittedAt &&
    review.predicate.submittedAt <= mergedAt &&
    isSame(review.predicate.reviewer, reviewer);
  const holds: Record<Defect, boolean> = {
    'self-approval': involved.some(person => isSame(person, reviewer)),
    'stale-approval': commitKey(commit) !== commitKey(headCommit),
    'approval-after-merge': submittedAt > mergedAt,
    'approval-dismissed': reviews.some(
      ({ predicate }) =>
        predicate.decision === 'dismissed' && predicate.reviewId === reviewId,
    ),
    'approval-withdrawn': reviews.some(
      review =>
        review.predicate.decision === 'changes-requested' && isLater(review),
    ),
    'approval-by-machine': isMachine(reviewer),
    'approval-without-write-access': mayWrite === false,
  };
  return defects.find(defect => holds[defect]);
}
