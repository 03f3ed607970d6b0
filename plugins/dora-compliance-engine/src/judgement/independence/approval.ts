import {
  type Evidence,
  identityLabel,
  type Instant,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  commitKey,
  type EvidenceIndex,
  isMachine,
} from '../../lineage/EvidenceIndex';
import { isIdentified, isSamePerson, type Person } from '../../lineage/Persons';

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

type Defect = (typeof defects)[number];

/** Whether a change had an approval that counts, and the evidence for it. */
type Approval = {
  /** Null if it is unknown whether the approver was involved. */
  passed: boolean | null;
  cause: Reason;
  evidence: Evidence[];
};

/**
 * Finds an approval of the final state of a change by a person who was not
 * involved in it (RTS 2024/1774 Art 17(1)(b)).
 */
export function findApproval(
  change: Evidence<'change-merged'>,
  {
    involved,
    deployedAt,
    index,
  }: { involved: readonly Person[]; deployedAt: Instant; index: EvidenceIndex },
): Approval {
  const reviews = index.onChange('change-reviewed', change);
  const { number } = change.predicate.change;
  const approvals = reviews
    .filter(review => review.predicate.decision === 'approved')
    .map(review => {
      const approver = index.persons.of(review.predicate.reviewer);
      const context = {
        change,
        involved,
        deployedAt,
        reviews,
        approver,
        index,
      };
      return {
        review,
        approver,
        defect: findDefect(review, context),
        doubt: findDoubt(number, approver, involved),
      };
    });
  const found = { change: number };
  const without = approvals.filter(({ defect }) => !defect);
  const sound = without.find(({ doubt }) => !doubt);
  if (sound) {
    const approver = nameReviewer(sound.review);
    return {
      passed: true,
      cause: reason('independently-approved', { ...found, approver }),
      evidence: [change, sound.review],
    };
  }
  const [doubtful] = without;
  if (doubtful?.doubt) {
    return {
      passed: null,
      cause: doubtful.doubt,
      evidence: [change, doubtful.review],
    };
  }
  const gravest = approvals.sort((a, b) => rank(a.defect) - rank(b.defect))[0];
  const cause = gravest?.defect
    ? reason(gravest.defect, {
        ...found,
        approver: nameReviewer(gravest.review),
        ...(gravest.defect === 'self-approval' &&
          findAlias(gravest.approver, involved)),
      })
    : reason('no-approval', found);
  return { passed: false, cause, evidence: [change, ...reviews] };
}

function nameReviewer({ predicate }: Evidence<'change-reviewed'>): string {
  return identityLabel(predicate.reviewer);
}

function rank(defect: Defect | undefined): number {
  return defect ? defects.indexOf(defect) : -1;
}

/** Under which other name the approver is one of those involved. */
function findAlias(
  approver: Person,
  involved: readonly Person[],
): { account?: string; alias?: string; bot?: string; user?: string } {
  const same = involved.filter(person => isSamePerson(person, approver));
  if (same.some(({ label }) => label === approver.label)) {
    return {};
  }
  const [{ label, bot } = approver] = same;
  const [user] = approver.users;
  return {
    account: approver.label,
    ...(bot ? { bot } : { alias: label }),
    ...(user && { user }),
  };
}

/** Why it is unknown whether an approver is one of those involved. */
function findDoubt(
  change: string,
  approver: Person,
  involved: readonly Person[],
): Reason | undefined {
  const account = approver.label;
  if (!isIdentified(approver)) {
    return reason('approver-unidentified', { change, account });
  }
  const unclear = involved.find(
    person => isSamePerson(person, approver) === null,
  );
  if (!unclear) {
    return undefined;
  }
  const ambiguous = [approver, unclear].find(({ users }) => users.length > 1);
  return ambiguous
    ? reason('account-ambiguous', {
        change,
        account: ambiguous.label,
        users: ambiguous.users.join(', '),
      })
    : reason('independence-unclear', {
        change,
        account,
        other: unclear.label,
      });
}

function findDefect(
  approval: Evidence<'change-reviewed'>,
  context: {
    change: Evidence<'change-merged'>;
    involved: readonly Person[];
    deployedAt: Instant;
    reviews: readonly Evidence<'change-reviewed'>[];
    approver: Person;
    index: EvidenceIndex;
  },
): Defect | undefined {
  const { change, involved, deployedAt, reviews, approver, index } = context;
  const { persons } = index;
  const { mergedAt, headCommit } = change.predicate;
  const { reviewer, reviewId, submittedAt, commit, mayWrite } =
    approval.predicate;
  const isLater = ({ predicate }: Evidence<'change-reviewed'>) =>
    predicate.submittedAt > submittedAt &&
    predicate.submittedAt <= mergedAt &&
    isSamePerson(persons.of(predicate.reviewer), approver) === true;
  const holds: Record<Defect, boolean> = {
    'self-approval': involved.some(person => isSamePerson(person, approver)),
    'stale-approval': commitKey(commit) !== commitKey(headCommit),
    'approval-after-merge': submittedAt > mergedAt,
    // What happens later can't have allowed it.
    'approval-after-deployment': submittedAt > deployedAt,
    'approval-dismissed': reviews.some(
      // Later, or at the same time if a system reports only the review.
      ({ predicate }) =>
        predicate.decision === 'dismissed' &&
        predicate.reviewId === reviewId &&
        predicate.submittedAt >= submittedAt &&
        // A later dismissal does not change what was true at the merge.
        predicate.submittedAt <= mergedAt,
    ),
    'approval-withdrawn': reviews.some(
      review =>
        review.predicate.decision === 'changes-requested' && isLater(review),
    ),
    'approval-by-machine':
      isMachine(reviewer) || persons.findOwners(reviewer).length > 0,
    'approval-without-write-access': mayWrite === false,
  };
  return defects.find(defect => holds[defect]);
}
