import type {
  Evidence,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from './EvidenceIndex';
import { findRepository, isSameCommit } from './keys';

type Push = Evidence<'commits-pushed'>;
type Merge = Evidence<'change-merged'>;

/** A step by which the deployed commit came about. */
export type ReleaseStep = {
  push?: Push;
  /** What it brought, as far as the push reports. */
  commits: readonly PushedCommit[];
  /**
   * The changes that arrived by its last commit; mostly one. None if it came
   * past all change requests.
   */
  changes: readonly Merge[];
  /** Whether its changes were merged into another branch than was pushed to. */
  isElsewhere?: boolean;
};

/**
 * The changes of a push, each with its commits. A merge queue pushes several at
 * once; commits that belong to none are a step without a change. A change that was
 * merged into the branch of another one is part of that one.
 */
export function splitIntoSteps(
  push: Push,
  index: EvidenceIndex,
): ReleaseStep[] {
  const { after, branch, commits } = push.predicate;
  const repository = findRepository(push);
  const findInto = (commit: string, isHere: boolean) =>
    index
      .findChanges(commit, { repository })
      .filter(
        ({ predicate }) => (predicate.targetBranch === branch) === isHere,
      );
  const arrived = commits.map(commit => ({
    commit: commit.commit,
    listed: commit,
  }));
  const isTipListed = commits.some(({ commit }) => isSameCommit(commit, after));
  const all = isTipListed ? arrived : [...arrived, { commit: after }];
  // What no change brought here may have come through changes elsewhere.
  return cut(all, commit => findInto(commit, true))
    .flatMap(part =>
      part.changes.length > 0
        ? [part]
        : cut(part.arrived, commit => findInto(commit, false)).map(one => ({
            ...one,
            isElsewhere: one.changes.length > 0,
          })),
    )
    .map(part => ({
      push,
      commits: part.arrived.flatMap(({ listed }) => listed ?? []),
      changes: part.changes,
      ...(part.isElsewhere && { isElsewhere: true }),
    }));
}

/** A commit that arrived; without details if the push does not list it. */
type Arrived = { commit: string; listed?: PushedCommit };
type Part = { arrived: Arrived[]; changes: Merge[]; isElsewhere?: boolean };

/** Commits in the parts that end with the arrival of a change. */
function cut(
  commits: readonly Arrived[],
  find: (commit: string) => Merge[],
): Part[] {
  const parts: Part[] = [];
  let arrived: Arrived[] = [];
  for (const one of commits) {
    arrived.push(one);
    const changes = find(one.commit);
    if (changes.length > 0) {
      parts.push({ arrived, changes });
      arrived = [];
    }
  }
  return arrived.length > 0 ? [...parts, { arrived, changes: [] }] : parts;
}
