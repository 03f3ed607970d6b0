import type {
  Evidence,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { commitKey, type EvidenceIndex } from './EvidenceIndex';

/** A step by which the deployed commit came about. */
export type ReleaseStep = {
  push?: Evidence<'commits-pushed'>;
  /** What it brought, as far as the push reports. */
  commits: readonly PushedCommit[];
  /** Absent when it came past all change requests. */
  change?: Evidence<'change-merged'>;
};

/**
 * The changes of a push, each with its commits. A merge queue pushes several at
 * once; commits that belong to none are a step without a change.
 */
export function splitIntoSteps(
  push: Evidence<'commits-pushed'>,
  index: EvidenceIndex,
): ReleaseStep[] {
  const { after, branch, commits } = push.predicate;
  const tip = commitKey(after);
  const steps: ReleaseStep[] = [];
  let collected: PushedCommit[] = [];
  let isTipListed = false;
  for (const commit of commits) {
    const isTip = commitKey(commit.commit) === tip;
    isTipListed ||= isTip;
    collected.push(commit);
    const change = index.findChange(commit.commit);
    // A change that was merged into the branch of another one is part of that.
    if (change && (isTip || change.predicate.targetBranch === branch)) {
      steps.push({ push, commits: collected, change });
      collected = [];
    }
  }
  if (!isTipListed) {
    const change = index.findChange(after);
    steps.push({ push, commits: collected, ...(change && { change }) });
  } else if (collected.length > 0) {
    steps.push({ push, commits: collected });
  }
  return steps;
}
