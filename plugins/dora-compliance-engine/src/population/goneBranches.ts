import {
  addDuration,
  type Duration,
  type Evidence,
  type Instant,
  reason,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { findRepository } from '../lineage/keys';
import type { Member } from '../registry/Population';

/** A thing that is no longer there, or of which nobody knows whether it is. */
export type Gone = Pick<Member, 'doubt'> & {
  item: Evidence;
  goneAt: Instant;
  /** When it no longer counts. */
  until: Instant;
};

/**
 * Branches that are read no longer, for some time after they were. One that a source
 * reports as deleted existed until then. Of another one it is not known whether it
 * lost its rules only: collectors read default and protected branches.
 */
export function listGoneBranches(
  items: readonly Evidence[],
  {
    index,
    asOf,
    within,
  }: { index: EvidenceIndex; asOf: Instant; within: Duration },
): Gone[] {
  const since = subtractDuration(asOf, within);
  return items
    .flatMap(item =>
      item.type === 'branch-protection-observed'
        ? toGone(item, index, within)
        : [],
    )
    .filter(({ goneAt }) => goneAt > since);
}

function toGone(
  item: Evidence<'branch-protection-observed'>,
  index: EvidenceIndex,
  within: Duration,
): Gone {
  const { branch } = item.predicate;
  const deletedAt = findDeletion(item, index);
  const goneAt = deletedAt ?? item.observedAt;
  return {
    item,
    goneAt,
    until: addDuration(goneAt, within),
    ...(!deletedAt && {
      doubt: reason('branch-read-no-longer', { branch, since: goneAt }),
    }),
  };
}

/** When a branch was deleted for good after its last reading. */
function findDeletion(
  item: Evidence<'branch-protection-observed'>,
  index: EvidenceIndex,
): Instant | undefined {
  const { branch } = item.predicate;
  const isOfBranch = (one: Evidence) =>
    one.observedAt >= item.observedAt &&
    findRepository(one) === findRepository(item);
  const deletion = index
    .ofType('reference-changed')
    .findLast(
      ({ predicate: { reference, action }, ...one }) =>
        reference.kind === 'branch' &&
        reference.name === branch &&
        action === 'deleted' &&
        isOfBranch(one as Evidence),
    );
  const pushed = index
    .ofType('commits-pushed')
    .findLast(one => one.predicate.branch === branch && isOfBranch(one));
  return deletion && !(pushed && pushed.observedAt > deletion.observedAt)
    ? deletion.observedAt
    : undefined;
}
