import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from './EvidenceIndex';
import { isSameCommit } from './keys';

type Merge = Evidence<'change-merged'>;
type CommitList = Evidence<'change-commits-observed'>;

/**
 * The list of all commits of the last state of a change, if it was read. It has that
 * state, and no fewer commits than anybody says the change has.
 */
export function findWholeList(
  change: Merge,
  index: EvidenceIndex,
): CommitList | undefined {
  const most = Math.max(0, ...listCounts(change, index));
  return listCompleteLists(change, index).find(
    ({ predicate: { commits, headCommit } }) =>
      commits.length >= most &&
      commits.some(({ commit }) => isSameCommit(commit, headCommit)),
  );
}

/**
 * How many commits a change has, by everybody who says so. The smallest number
 * counts: more commits than that did not come through the change.
 */
export function countCommits(
  change: Merge,
  index: EvidenceIndex,
): number | undefined {
  const counts = [
    ...listCounts(change, index),
    ...listCompleteLists(change, index).map(
      ({ predicate }) => predicate.commits.length,
    ),
  ];
  return counts.length > 0 ? Math.min(...counts) : undefined;
}

/** How many commits the host says that a change has. */
function listCounts(change: Merge, index: EvidenceIndex): number[] {
  return index
    .onChange('change-merged', change)
    .flatMap(({ predicate }) => predicate.commitCount ?? []);
}

/** Lists of the last state of a change that their source calls complete. */
function listCompleteLists(change: Merge, index: EvidenceIndex): CommitList[] {
  return index
    .onChange('change-commits-observed', change)
    .filter(
      ({ predicate: { complete, commits, total, headCommit } }) =>
        complete &&
        commits.length >= (total ?? 0) &&
        isSameCommit(headCommit, change.predicate.headCommit),
    );
}
