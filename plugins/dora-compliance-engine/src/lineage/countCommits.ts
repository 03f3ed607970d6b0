import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from './EvidenceIndex';
import { isSameCommit } from './keys';

type Merge = Evidence<'change-merged'>;
type CommitList = Evidence<'change-commits-observed'>;

/** The list of all commits of the last state of a change, if it was read. */
export function findWholeList(
  change: Merge,
  index: EvidenceIndex,
): CommitList | undefined {
  return index
    .onChange('change-commits-observed', change)
    .find(
      ({ predicate: { complete, commits, total, headCommit } }) =>
        complete &&
        commits.length >= (total ?? 0) &&
        isSameCommit(headCommit, change.predicate.headCommit),
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
    ...index
      .onChange('change-merged', change)
      .flatMap(({ predicate }) => predicate.commitCount ?? []),
    ...(findWholeList(change, index)
      ? [findWholeList(change, index)!.predicate.commits.length]
      : []),
  ];
  return counts.length > 0 ? Math.min(...counts) : undefined;
}
