import {
  type Evidence,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { commitKey, findRepository, shorten } from '../../lineage/keys';
import { reason } from './reasons';

/** Pushes to the branch of a change; they name who pushed a state of it. */
export function listPushesOfStates(
  change: Evidence<'change-merged'>,
  index: EvidenceIndex,
): Evidence<'commits-pushed'>[] {
  const { headCommit, targetBranch: branch } = change.predicate;
  const place = { repository: findRepository(change), branch };
  const states = index
    .onChange('change-updated', change)
    .flatMap(({ predicate }) => [
      predicate.headCommit,
      ...(predicate.before ? [predicate.before] : []),
    ]);
  return [...new Set([headCommit, ...states])].flatMap(commit =>
    index.listPushesTo(commit, place),
  );
}

/**
 * Why it is not known who pushed every state of a change. The chain of states
 * begins with the one that was merged; each names the one before it, as far as the
 * source reports that.
 */
export function findUnknownPusher(
  change: Evidence<'change-merged'>,
  index: EvidenceIndex,
): Reason | undefined {
  const updates = index.onChange('change-updated', change);
  const told = new Set(
    updates.map(({ predicate }) => commitKey(predicate.headCommit)),
  );
  const states = [
    change.predicate.headCommit,
    ...updates.flatMap(({ predicate }) => predicate.before ?? []),
  ];
  const { targetBranch: branch } = change.predicate;
  const place = { repository: findRepository(change), branch };
  const missing = states.find(
    commit =>
      !told.has(commitKey(commit)) &&
      index.listPushesTo(commit, place).length === 0,
  );
  return missing === undefined
    ? undefined
    : reason('pusher-unknown', {
        change: change.predicate.change.number,
        commit: shorten(missing),
      });
}
