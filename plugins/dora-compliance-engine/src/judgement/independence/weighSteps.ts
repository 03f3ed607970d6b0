import {
  type Evidence,
  identityLabel,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { commitKey, shorten } from '../../lineage/keys';
import { isIdentified, type Person } from '../../lineage/Persons';
import type { ReleaseStep } from '../../lineage/ReleaseStep';
import { type Approval, findApproval } from './approval';
import {
  areAuthorsListed,
  findHands,
  type Hand,
  isMadeByHost,
  isMerge,
} from './involved';
import { isRunMissing } from './findStarters';
import { findUnknownPusher } from './pushers';
import { listAccounting } from './throughChanges';
import { reason } from './reasons';

type Merge = Evidence<'change-merged'>;

/** What is known of a change that is part of a release. */
export type WeighedChange = {
  change: Merge;
  approval: Approval;
  /** Why not everybody who had a hand in it is known. */
  unknown?: Reason;
  /** What shows who had a hand in it. */
  evidence: Evidence[];
};

/**
 * The change that counts for a step. If a commit came through two changes that each
 * account for all of it, the one that was approved better is enough.
 */
export function weighStep(
  step: ReleaseStep,
  context: { deployment: KnownDeployment; index: EvidenceIndex },
): WeighedChange[] {
  const weighed = listAccounting(step, context).map(change =>
    weighChange(step, change, context),
  );
  const best = weighed.sort((a, b) => rank(a) - rank(b))[0];
  return best ? [best] : [];
}

function rank({ approval, unknown }: WeighedChange): number {
  if (approval.passed === false) {
    return 2;
  }
  return approval.passed === null || unknown ? 1 : 0;
}

function weighChange(
  step: ReleaseStep,
  change: Merge,
  context: { deployment: KnownDeployment; index: EvidenceIndex },
): WeighedChange {
  const { deployment, index } = context;
  const hands = findHands(step, change, context);
  const { deployedAt } = deployment.first.predicate;
  const approval = findApproval(change, { hands, deployedAt, index });
  const unproven =
    isMerge(step, change) && !isMadeByHost(change, index)
      ? describeMerge(step, change)
      : undefined;
  const unknown =
    findUnknown(step, { change, hands, index }) ??
    (isRunMissing(deployment, index) ? reason('starter-unknown') : undefined);
  return {
    change,
    approval:
      approval.passed === true && unproven
        ? { ...approval, passed: null, cause: unproven }
        : approval,
    ...(unknown && { unknown }),
    evidence: [
      ...hands.map(({ evidence }) => evidence),
      ...index.onChange('change-updated', change),
      ...index.onChange('change-commits-observed', change),
    ],
  };
}

/** Content that is added in a merge commit is new: nobody approved it. */
function describeMerge({ commits }: ReleaseStep, change: Merge): Reason {
  const { mergeCommit, change: number } = change.predicate;
  const made = commits.find(
    ({ commit }) => commitKey(commit) === commitKey(mergeCommit),
  );
  return reason('merge-content-unproven', {
    change: number.number,
    commit: shorten(mergeCommit),
    person: made ? identityLabel(made.author) : '',
  });
}

/** Why not everybody who had a hand in a change is known. */
function findUnknown(
  step: ReleaseStep,
  {
    change,
    hands,
    index,
  }: { change: Merge; hands: readonly Hand[]; index: EvidenceIndex },
): Reason | undefined {
  if (!areAuthorsListed(step, change, index)) {
    return explainUnlisted(change, index);
  }
  const anonymous = hands.filter(({ person }) => !isIdentified(person));
  const author = anonymous.find(({ act }) => act === 'wrote');
  if (author) {
    return reason('author-unlinked', { author: namePerson(author.person) });
  }
  return anonymous[0]
    ? reason('person-unidentified', { person: anonymous[0].person.label })
    : findUnknownPusher(change, index);
}

/** The last list is cut, or it is of another state of the change. */
function explainUnlisted(change: Merge, index: EvidenceIndex): Reason {
  const { number } = change.predicate.change;
  const cut = index.onChange('change-commits-observed', change).at(-1);
  const listed = cut?.predicate.commits.length ?? 0;
  const totals = [cut?.predicate.total, change.predicate.commitCount].flatMap(
    total => total ?? [],
  );
  const total = totals.length > 0 ? Math.max(...totals) : undefined;
  const isWhole = total !== undefined && listed >= total;
  return cut && !isWhole
    ? reason('change-commits-incomplete', {
        change: number,
        listed,
        ...(total !== undefined && { total }),
      })
    : reason('change-commits-unknown', { change: number });
}

function namePerson({ account, label }: Person): string {
  return account ? identityLabel(account) : label;
}
