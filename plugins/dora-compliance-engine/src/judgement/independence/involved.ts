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
  /** Who opened the change, pushed to it, or deployed it. */
  others: Person[];
  /** What shows who was involved. */
  evidence: Evidence[];
  /** A list of commits of the change that is not whole. */
  incomplete?: Evidence<'change-commits-observed'>;
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
  const { push, change } = step;
  const { deployer } = member.predicate.deployment;
  const listPeople = (identities: readonly Identity[]) =>
    identities.flatMap(identity => [
      ...(isMachine(identity) ? [] : [index.persons.of(identity)]),
      ...index.persons.findOwners(identity),
    ]);
  const updates = change ? index.onChange('change-updated', change) : [];
  const lists = change ? index.onChange('change-commits-observed', change) : [];
  const incomplete = lists.some(isWhole) ? undefined : lists.at(-1);
  const commits = [
    ...step.commits,
    ...lists.flatMap(({ predicate }) => predicate.commits),
  ];
  return {
    authors: listPeople(findAuthors(commits, change)),
    others: listPeople([
      ...(change ? [change.predicate.author] : []),
      // Of every state, because two accounts can take turns.
      ...updates.map(({ predicate }) => predicate.pushedBy),
      ...(deployer ? [deployer] : []),
    ]),
    evidence: [...(push ? [push] : []), ...updates, ...lists],
    ...(incomplete && { incomplete }),
  };
}

function isWhole({
  predicate: { complete, commits, total },
}: Evidence<'change-commits-observed'>): boolean {
  return complete && (total === undefined || commits.length >= total);
}

function findAuthors(
  commits: readonly PushedCommit[],
  change: Evidence<'change-merged'> | undefined,
): Identity[] {
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
