import {
  type Evidence,
  identityLabel,
  isEvidenceOf,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isIdentified, type Person } from '../../lineage/Persons';
import { type Release, traceRelease } from '../../lineage/traceRelease';
import type { ReleaseStep } from '../../lineage/ReleaseStep';
import { allowedByReviewers } from './allowedByReviewers';
import { findApproval } from './approval';
import { involvedIn } from './involved';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
  type TimedCheck,
} from '../../registry/Judgement';

/**
 * Whether everything in a deployment was approved by a person who neither
 * wrote, pushed, nor deployed it (RTS 2024/1774 Art 17(1)(b)).
 */
export const judgeIndependence: Judge = (member, index) => {
  if (!isEvidenceOf('service-deployed', member)) {
    return [];
  }
  const { steps, gap } = traceRelease(member, index);
  const through = throughChanges(member, steps, gap);
  const allowed = allowedByReviewers(member, index);
  const changed = steps.filter(({ change }) => change);
  if (changed.length === 0) {
    return [through, ...allowed];
  }
  return [
    through,
    approved(member, changed, index),
    identified(member, changed, index),
    ...deployerNamed(member),
    ...allowed,
  ];
};

/** Only if the source does not report who deployed. */
function deployerNamed(member: Evidence<'service-deployed'>): TimedCheck[] {
  return member.predicate.deployment.deployer
    ? []
    : [
        {
          check: 'deployer-named',
          passed: null,
          cause: reason('deployer-unknown'),
          evidence: [member.id],
        },
      ];
}

function throughChanges(
  member: Evidence<'service-deployed'>,
  steps: readonly ReleaseStep[],
  gap: Release['gap'],
): TimedCheck {
  const past = steps.flatMap(step => findBypass(step, member) ?? [])[0];
  let passed: boolean | null = true;
  let cause = past ?? reason('all-through-changes', { count: steps.length });
  if (past) {
    passed = false;
  } else if (gap) {
    passed = null;
    cause = reason(gap);
  }
  const evidence = [
    member,
    ...steps.flatMap(({ push, change }) => [push, change]),
  ];
  return { check: 'through-changes', passed, cause, evidence: ids(evidence) };
}

/** How a step brought commits without a change request, if it did. */
function findBypass(
  step: ReleaseStep,
  member: Evidence<'service-deployed'>,
): Reason | undefined {
  const { push, commits, change } = step;
  if (push && !change) {
    return reason('direct-push', {
      commit: (commits.at(-1)?.commit ?? push.predicate.after).slice(0, 7),
      branch: push.predicate.branch,
      person: identityLabel(push.predicate.pushedBy),
    });
  }
  if (change && change.predicate.mergedAt > member.predicate.deployedAt) {
    const { number } = change.predicate.change;
    return reason('merged-after-deployment', { change: number });
  }
  const count = change?.predicate.commitCount;
  // One more than the change has: the merge commit.
  return change && count !== undefined && commits.length > count + 1
    ? reason('commits-beside-change', {
        change: change.predicate.change.number,
        arrived: commits.length,
        count,
      })
    : undefined;
}

function approved(
  member: Evidence<'service-deployed'>,
  steps: readonly ReleaseStep[],
  index: EvidenceIndex,
): TimedCheck {
  const approvals = steps.flatMap(step => {
    const {
      authors,
      others,
      evidence: hands,
    } = involvedIn(step, member, index);
    // A check of its own covers those who are not identified.
    const involved = [...authors, ...others].filter(isIdentified);
    const { deployedAt } = member.predicate;
    if (!step.change) {
      return [];
    }
    const approval = findApproval(step.change, { involved, deployedAt, index });
    return { ...approval, evidence: [...approval.evidence, ...hands] };
  });
  const weakest =
    approvals.find(({ passed }) => passed === false) ??
    approvals.find(({ passed }) => passed === null);
  const only = approvals.length === 1 ? approvals[0] : undefined;
  const { cause, evidence } = weakest ??
    only ?? {
      cause: reason('all-independently-approved', { count: approvals.length }),
      evidence: approvals.flatMap(approval => approval.evidence),
    };
  return {
    check: 'approved-by-another-person',
    passed: weakest ? weakest.passed : true,
    cause,
    evidence: ids(evidence),
  };
}

/** A person who can't be identified might be the approver. */
function identified(
  member: Evidence<'service-deployed'>,
  steps: readonly ReleaseStep[],
  index: EvidenceIndex,
): TimedCheck {
  const involved = steps.map(step => involvedIn(step, member, index));
  const author = involved
    .flatMap(({ authors }) => authors)
    .find(person => !isIdentified(person));
  const other = involved
    .flatMap(({ others }) => others)
    .find(person => !isIdentified(person));
  const cut = involved.find(({ incomplete }) => incomplete)?.incomplete;
  let cause = reason('authors-identified');
  if (cut) {
    const { change, commits, total } = cut.predicate;
    cause = reason('change-commits-incomplete', {
      change: change.number,
      listed: commits.length,
      ...(total !== undefined && { total }),
    });
  } else if (author) {
    cause = reason('author-unlinked', { author: namePerson(author) });
  } else if (other) {
    cause = reason('person-unidentified', { person: other.label });
  }
  return {
    check: 'authors-identified',
    passed: cut || author || other ? null : true,
    cause,
    evidence: ids([
      ...steps.flatMap(({ push, change }) => [push, change]),
      ...involved.flatMap(({ evidence }) => evidence),
    ]),
  };
}

function namePerson({ account, label }: Person): string {
  return account ? identityLabel(account) : label;
}

function ids(evidence: readonly (Evidence | undefined)[]) {
  return [...new Set(evidence.flatMap(item => item?.id ?? []))];
}

/** `change.independence` in assertions. */
export const independence: Judgement = {
  name: 'change.independence',
  member: 'service-deployed',
  needs: {
    evidence: [
      {
        types: ['commits-pushed', 'change-merged', 'deployment-reviewed'],
        key: 'commit',
        read: 'history',
      },
      {
        types: ['change-commits-observed', 'change-reviewed', 'change-updated'],
        key: 'change',
        read: 'history',
      },
    ],
    people: true,
  },
  judge: judgeEvidence(judgeIndependence),
};
