import {
  type Check,
  type Evidence,
  type Identity,
  identityLabel,
  isEvidenceOf,
  type PushedCommit,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  commitKey,
  type EvidenceIndex,
  isMachine,
} from '../lineage/EvidenceIndex';
import { releaseOf } from '../lineage/releaseOf';
import type { ReleaseStep } from '../lineage/ReleaseStep';
import { findApproval } from './approval';
import type { Judgement } from './judgements';

/**
 * Whether everything a deployment brought was approved by somebody who
 * neither wrote, pushed nor deployed it (RTS 2024/1774 Art 17(1)(b)).
 */
export const judgeIndependence: Judgement = (member, index) => {
  if (!isEvidenceOf('service-deployed', member)) {
    return [];
  }
  const { steps, gap } = releaseOf(member, index);
  const through = throughChanges(member, steps, gap);
  const changed = steps.filter(({ change }) => change);
  if (changed.length === 0) {
    return [through];
  }
  return [
    through,
    approved(member, changed, index),
    identified(changed, index),
    ...deployerNamed(member),
  ];
};

/** Asked only where the source does not tell who deployed. */
function deployerNamed(member: Evidence<'service-deployed'>): Check[] {
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
  member: Evidence,
  steps: readonly ReleaseStep[],
  gap: string | undefined,
): Check {
  const past = steps.flatMap(step => pastChanges(step) ?? [])[0];
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

/** How a step brought commits that were in no change, if it did. */
function pastChanges(step: ReleaseStep): Reason | undefined {
  const { push, commits, change } = step;
  if (push && !change) {
    return reason('direct-push', {
      commit: (commits.at(-1)?.commit ?? push.predicate.after).slice(0, 7),
      branch: push.predicate.branch,
      person: identityLabel(push.predicate.pushedBy),
    });
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
): Check {
  const approvals = steps.flatMap(step =>
    step.change
      ? findApproval(
          step.change,
          involvedIn(step, member, index).map(person => index.resolve(person)),
          index,
        )
      : [],
  );
  const failing = approvals.find(({ passed }) => !passed);
  const cause =
    failing?.cause ??
    (approvals.length === 1 && approvals[0]
      ? approvals[0].cause
      : reason('all-independently-approved', { count: approvals.length }));
  return {
    check: 'approved-by-another-person',
    passed: !failing,
    cause,
    evidence: ids(
      failing
        ? failing.evidence
        : approvals.flatMap(({ evidence }) => evidence),
    ),
  };
}

function identified(
  steps: readonly ReleaseStep[],
  index: EvidenceIndex,
): Check {
  const unlinked = steps
    .flatMap(authorsOf)
    .find(person => !index.resolve(person).login);
  return {
    check: 'authors-identified',
    passed: unlinked ? null : true,
    cause: unlinked
      ? reason('author-unlinked', { author: identityLabel(unlinked) })
      : reason('authors-identified'),
    evidence: ids(steps.map(({ push }) => push)),
  };
}

/** Everybody whose approval would be their own. The merger is not. */
function involvedIn(
  step: ReleaseStep,
  member: Evidence<'service-deployed'>,
  index: EvidenceIndex,
): Identity[] {
  const { change } = step;
  const { deployer } = member.predicate.deployment;
  return [
    ...authorsOf(step),
    ...(change ? [change.predicate.author, ...pushersOf(change, index)] : []),
    ...(deployer && !isMachine(deployer) ? [deployer] : []),
  ];
}

/** Who pushed the state that was merged, or else whoever pushed last. */
function pushersOf(
  change: Evidence<'change-merged'>,
  index: EvidenceIndex,
): Identity[] {
  const head = commitKey(change.predicate.headCommit);
  const updates = index.onChange('change-updated', change);
  const final = updates.filter(
    ({ predicate }) => commitKey(predicate.headCommit) === head,
  );
  return (final.length > 0 ? final : updates.slice(-1)).map(
    ({ predicate }) => predicate.pushedBy,
  );
}

function authorsOf({ commits, change }: ReleaseStep): Identity[] {
  return commits
    .filter(commit => !isMergeCommit(commit, change))
    .flatMap(({ author, coAuthors }) => [author, ...coAuthors])
    .filter(person => !isMachine(person));
}

/** The commit a host makes when a change is merged has no content of its own. */
function isMergeCommit(
  commit: PushedCommit,
  change: Evidence<'change-merged'> | undefined,
): boolean {
  return (
    change !== undefined &&
    commitKey(commit.commit) === commitKey(change.predicate.mergeCommit) &&
    commit.committer?.login === 'web-flow' &&
    commit.title.startsWith('Merge ')
  );
}

function ids(evidence: readonly (Evidence | undefined)[]) {
  return [...new Set(evidence.flatMap(item => item?.id ?? []))];
}
