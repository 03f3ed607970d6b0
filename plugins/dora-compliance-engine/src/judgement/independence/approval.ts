import {
  type Evidence,
  identityLabel,
  type Instant,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { type Defect, findDefect, rankDefect } from './defects';
import { compareHands, type Hand } from './involved';
import { isIdentified, type Person } from '../../lineage/Persons';
import { findAccess } from './findAccess';
import { reason } from './reasons';

type Merge = Evidence<'change-merged'>;
type Review = Evidence<'change-reviewed'>;

/** Whether a change had an approval that counts, and the evidence for it. */
export type Approval = {
  /** Null if it is unknown whether the approver was involved. */
  passed: boolean | null;
  cause: Reason;
  /** What was consulted, the deciding piece first. */
  evidence: Evidence[];
};

/** An approval, with all that may be wrong with it. */
type Weighed = {
  review: Review;
  approver: Person;
  defect: Defect | undefined;
  /** The hand that makes it a self-approval. */
  hand: Hand | undefined;
  doubt: Reason | undefined;
  /** What shows whether the approver may write. */
  access: Evidence | undefined;
};

/**
 * Finds an approval of the final state of a change by a person who was not
 * involved in it (RTS 2024/1774 Art 17(1)(b)).
 */
export function findApproval(
  change: Merge,
  {
    hands,
    deployedAt,
    index,
  }: { hands: readonly Hand[]; deployedAt: Instant; index: EvidenceIndex },
): Approval {
  const reviews = index.onChange('change-reviewed', change);
  const approvals = reviews
    .filter(({ predicate }) => predicate.decision === 'approved')
    .map(review =>
      weigh(review, { change, hands, deployedAt, reviews, index }),
    );
  const consulted = (first: Weighed | undefined) => [
    ...(first
      ? [first.review, first.hand?.evidence, first.access].filter(
          one => one !== undefined,
        )
      : []),
    change,
    ...reviews,
  ];
  const without = approvals.filter(({ defect }) => !defect);
  const sound = without.find(({ doubt }) => !doubt);
  const found = { change: change.predicate.change.number };
  if (sound) {
    const approver = nameReviewer(sound.review);
    const approvedAt = sound.review.predicate.submittedAt;
    return {
      passed: true,
      cause: reason('independently-approved', {
        ...found,
        approver,
        approvedAt,
      }),
      evidence: consulted(sound),
    };
  }
  const [doubtful] = without;
  if (doubtful?.doubt) {
    return {
      passed: null,
      cause: doubtful.doubt,
      evidence: consulted(doubtful),
    };
  }
  const gravest = approvals.sort(
    (a, b) => rankDefect(a.defect) - rankDefect(b.defect),
  )[0];
  return {
    passed: false,
    cause: gravest?.defect
      ? explainDefect(gravest.defect, gravest, found)
      : reason('no-approval', found),
    evidence: consulted(gravest),
  };
}

function weigh(
  review: Review,
  context: {
    change: Merge;
    hands: readonly Hand[];
    deployedAt: Instant;
    reviews: readonly Review[];
    index: EvidenceIndex;
  },
): Weighed {
  const { change, hands, index } = context;
  const approver = index.persons.of(review.predicate.reviewer);
  const { same: hand, unclear } = compareHands(
    approver,
    // A check of its own covers those who are not identified.
    hands.filter(({ person }) => isIdentified(person)),
  );
  const { mayWrite, evidence: access } = findAccess(review, index);
  const defect = findDefect(review, {
    ...context,
    approver,
    isInvolved: hand !== undefined,
    mayWrite,
  });
  const { number } = change.predicate.change;
  const doubt =
    findDoubt(number, approver, unclear?.person) ??
    (mayWrite === undefined
      ? reason('approver-access-unknown', {
          change: number,
          approver: nameReviewer(review),
        })
      : undefined);
  return { review, approver, defect, hand, doubt, access };
}

function nameReviewer({ predicate }: Review): string {
  return identityLabel(predicate.reviewer);
}

function explainDefect(
  defect: Defect,
  { review, approver, hand }: Weighed,
  found: { change: string },
): Reason {
  const who = {
    ...found,
    approver: nameReviewer(review),
    approvedAt: review.predicate.submittedAt,
  };
  if (defect !== 'self-approval' || !hand) {
    return reason(defect, who);
  }
  const { person, act, at } = hand;
  const [user] = approver.users;
  const isAlias = person.label !== approver.label;
  return reason('self-approval', {
    ...who,
    ...(isAlias && {
      account: approver.label,
      ...(person.bot ? { bot: person.bot } : { alias: person.label }),
      ...(user && { user }),
    }),
    act,
    ...(at && { actAt: at }),
  });
}

/** Why it is unknown whether an approver is one of those involved. */
function findDoubt(
  change: string,
  approver: Person,
  unclear: Person | undefined,
): Reason | undefined {
  const account = approver.label;
  if (!isIdentified(approver)) {
    return reason('approver-unidentified', { change, account });
  }
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
    : reason('independence-unclear', { change, account, other: unclear.label });
}
