import {
  type Check,
  type Evidence,
  type Identity,
  identityLabel,
  isEvidenceOf,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  commitKey,
  type EvidenceIndex,
  isMachine,
} from '../lineage/EvidenceIndex';
import { releaseOf, type ReleaseStep } from '../lineage/releaseOf';
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
  ];
};

function throughChanges(
  member: Evidence,
  steps: readonly ReleaseStep[],
  gap: string | undefined,
): Check {
  const direct = steps.find(({ change }) => !change)?.push;
  let passed: boolean | null = true;
  let cause: Reason = reason('all-through-changes', { count: steps.length });
  if (direct) {
    passed = false;
    cause = reason('direct-push', {
      commit: direct.predicate.after.slice(0, 7),
      branch: direct.predicate.branch,
      person: identityLabel(direct.predicate.pushedBy),
    });
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
    .flatMap(({ push, change }) =>
      authorsOf(push, change).map(person => ({ person, push })),
    )
    .find(({ person }) => !index.resolve(person).login);
  return {
    check: 'authors-identified',
    passed: unlinked ? null : true,
    cause: unlinked
      ? reason('author-unlinked', { author: identityLabel(unlinked.person) })
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
  const { push, change } = step;
  const { deployer } = member.predicate.deployment;
  return [
    ...authorsOf(push, change),
    ...(change ? [change.predicate.author, ...pushersOf(change, index)] : []),
    ...(isMachine(deployer) ? [] : [deployer]),
  ];
}

/** Who pushed the state that was merged, as far as it was told. */
function pushersOf(
  change: Evidence<'change-merged'>,
  index: EvidenceIndex,
): Identity[] {
  const head = commitKey(change.predicate.headCommit);
  return index
    .onChange('change-updated', change)
    .filter(({ predicate }) => commitKey(predicate.headCommit) === head)
    .map(({ predicate }) => predicate.pushedBy);
}

function authorsOf(
  push: Evidence<'commits-pushed'> | undefined,
  change: Evidence<'change-merged'> | undefined,
): Identity[] {
  return (push?.predicate.commits ?? [])
    .filter(commit => !isMergeCommit(commit, change))
    .flatMap(({ author, coAuthors }) => [author, ...coAuthors])
    .filter(person => !isMachine(person));
}

/** The commit a host makes when a change is merged has no content of its own. */
function isMergeCommit(
  commit: { commit: string; title: string },
  change: Evidence<'change-merged'> | undefined,
): boolean {
  return (
    change !== undefined &&
    commitKey(commit.commit) === commitKey(change.predicate.mergeCommit) &&
    /^Merge (pull|branch)/.test(commit.title)
  );
}

function ids(evidence: readonly (Evidence | undefined)[]) {
  return [...new Set(evidence.flatMap(item => item?.id ?? []))];
}
