import type {
  Evidence,
  Identity,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  commitKey,
  type EvidenceIndex,
  isMachine,
} from '../../lineage/EvidenceIndex';
import type { Person } from '../../lineage/Persons';
import type { ReleaseStep } from '../../lineage/ReleaseStep';

/** People who were involved in a step of a release. */
type Involved = {
  /** Who wrote the commits. */
  authors: Person[];
  /** Who opened the change, pushed its final state, or deployed it. */
  others: Person[];
};

/**
 * Everybody whose approval would not be independent. Whoever merged is not one of
 * them. A machine is not a person, but whoever is responsible for it is.
 */
export function involvedIn(
  step: ReleaseStep,
  member: Evidence<'service-deployed'>,
  index: EvidenceIndex,
): Involved {
  const { change } = step;
  const { deployer } = member.predicate.deployment;
  const listPeople = (identities: readonly Identity[]) =>
    identities.flatMap(identity => [
      ...(isMachine(identity) ? [] : [index.persons.of(identity)]),
      ...index.persons.findOwners(identity),
    ]);
  return {
    authors: listPeople(findAuthors(step)),
    others: listPeople([
      ...(change
        ? [change.predicate.author, ...findPushers(change, index)]
        : []),
      ...(deployer ? [deployer] : []),
    ]),
  };
}

/** Who pushed the state that was merged, or else the last push. */
function findPushers(
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

function findAuthors({ commits, change }: ReleaseStep): Identity[] {
  return commits
    .filter(commit => !isMergeCommit(commit, change))
    .flatMap(({ author, coAuthors }) => [author, ...coAuthors]);
}

/** The merge commit that a host creates has no content of its own. */
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
