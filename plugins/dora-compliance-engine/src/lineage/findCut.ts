import {
  type Evidence,
  type Reason,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { countCommits } from './countCommits';
import type { EvidenceIndex } from './EvidenceIndex';
import { findRepository, isSameCommit, shorten } from './keys';

/**
 * Why it is not known what a push brought, if its list of commits is shorter than
 * reported, or lacks the new tip, which every push brings that does not rewrite
 * history. A change that accounts for all commits of the push makes up for it.
 */
export function findCut(
  push: Evidence<'commits-pushed'>,
  index: EvidenceIndex,
): Reason | undefined {
  const { before, after, branch, commits, commitCount, forced } =
    push.predicate;
  const isShort = commits.length < (commitCount ?? 0);
  const lacksTip =
    before !== undefined &&
    forced !== true &&
    !isSameCommit(before, after) &&
    !commits.some(({ commit }) => isSameCommit(commit, after));
  if (!isShort && !lacksTip) {
    return undefined;
  }
  const [change] = index
    .findChanges(after, { repository: findRepository(push) })
    .filter(({ predicate }) => predicate.targetBranch === branch);
  const count = change && countCommits(change, index);
  return commitCount !== undefined &&
    count !== undefined &&
    commitCount <= count + 1
    ? undefined
    : reason('push-incomplete', {
        commit: shorten(after),
        branch,
        listed: commits.length,
        ...(commitCount !== undefined && { total: commitCount }),
      });
}
