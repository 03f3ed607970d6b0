import type {
  Evidence,
  Identity,
  Instant,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { findWholeList } from '../../lineage/countCommits';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { isAssistant, isMachine, isNobody } from '../../lineage/isMachine';
import { isSameCommit } from '../../lineage/keys';
import { isSamePerson, type Person } from '../../lineage/Persons';
import type { ReleaseStep } from '../../lineage/ReleaseStep';
import { findStarters } from './findStarters';
import { listPushesOfStates } from './pushers';

type Merge = Evidence<'change-merged'>;

/** Somebody who had a hand in a change, and what shows it. */
export type Hand = {
  person: Person;
  act: 'opened' | 'wrote' | 'pushed' | 'merged' | 'started' | 'deployed';
  evidence: Evidence;
  /** When it happened; whoever makes a commit chooses its time. */
  at?: Instant;
};

/**
 * Everybody whose approval of a change would not be independent. Whoever pressed
 * the button to merge it is not one of them. A machine is not a person, but whoever
 * is responsible for it is.
 */
export function findHands(
  step: ReleaseStep,
  change: Merge,
  { deployment, index }: { deployment: KnownDeployment; index: EvidenceIndex },
): Hand[] {
  const list = (
    identities: readonly Identity[],
    hand: Omit<Hand, 'person'>,
  ): Hand[] =>
    identities.flatMap(identity =>
      [
        ...(isMachine(identity) ? [] : [index.persons.of(identity)]),
        ...index.persons.findOwners(identity),
      ].map(person => ({ ...hand, person })),
    );
  const wrote = (commits: readonly PushedCommit[], evidence: Evidence) =>
    commits.flatMap(commit =>
      list(listWriters(commit), { act: 'wrote', evidence }),
    );
  const own = step.commits.filter(
    ({ commit }) => !isMerge(step, change) || !isArrival(commit, change),
  );
  const lists = index.onChange('change-commits-observed', change);
  return [
    // Of every state, because two accounts can take turns. The last comes first.
    ...index
      .onChange('change-updated', change)
      .flatMap(evidence =>
        list([evidence.predicate.pushedBy], {
          act: 'pushed',
          evidence,
          at: evidence.observedAt,
        }),
      )
      .reverse(),
    ...listPushesOfStates(change, index).flatMap(evidence =>
      list([evidence.predicate.pushedBy], {
        act: 'pushed',
        evidence,
        at: evidence.observedAt,
      }),
    ),
    ...list([change.predicate.author], { act: 'opened', evidence: change }),
    ...(step.push ? wrote(own, step.push) : []),
    ...lists.flatMap(evidence => wrote(evidence.predicate.commits, evidence)),
    ...findMergers(step, change, index).flatMap(({ evidence, identities }) =>
      list(identities, { act: 'merged', evidence, at: evidence.observedAt }),
    ),
    ...findStarters(deployment, index).flatMap(({ evidence, identity }) =>
      list([identity], { act: 'started', evidence, at: evidence.observedAt }),
    ),
    ...deployment.reports.flatMap(evidence =>
      list(deployersIn(evidence), {
        act: 'deployed',
        evidence,
        at: evidence.observedAt,
      }),
    ),
  ];
}

function deployersIn({ predicate }: Evidence<'service-deployed'>): Identity[] {
  const { deployer } = predicate.deployment;
  return deployer ? [deployer] : [];
}

/** Who had a hand in a commit, by its own words. */
function listWriters({ author, committer, coAuthors }: PushedCommit) {
  return [
    author,
    ...(committer && !isNobody(committer) ? [committer] : []),
    ...coAuthors.filter(one => !isAssistant(one)),
  ];
}

/**
 * Whether a change arrived by a commit that joins two lines of history: its last
 * commit arrived with it, and is another one. A squashed or rebased change arrives
 * without its last commit. Where a push does not list all commits, it may be there.
 */
export function isMerge(
  { push, commits }: ReleaseStep,
  change: Merge,
): boolean {
  const { headCommit, mergeCommit } = change.predicate;
  const isCut =
    push !== undefined &&
    (push.predicate.commitCount ?? 0) > push.predicate.commits.length;
  return (
    !isSameCommit(headCommit, mergeCommit) &&
    (isCut || commits.some(({ commit }) => isSameCommit(commit, headCommit)))
  );
}

function isArrival(commit: string, change: Merge): boolean {
  return isSameCommit(change.predicate.mergeCommit, commit);
}

/** Whether the source vouches that the host made the merge commit. */
export function isMadeByHost(change: Merge, index: EvidenceIndex): boolean {
  return index
    .onChange('change-commits-observed', change)
    .some(
      ({ predicate: { merge } }) =>
        merge?.isMadeByHost && isArrival(merge.commit, change),
    );
}

/**
 * Who made a merge commit, by its own words, that the host is not known to have
 * made. The host names as its author whoever pressed the button, and as its
 * committer itself; of a commit made by hand, both are who made it.
 */
function findMergers(step: ReleaseStep, change: Merge, index: EvidenceIndex) {
  const { push } = step;
  if (!push || !isMerge(step, change) || isMadeByHost(change, index)) {
    return [];
  }
  const identities = step.commits
    .filter(({ commit }) => isArrival(commit, change))
    .flatMap(({ committer, coAuthors }) => [
      ...(committer ? [committer] : []),
      ...coAuthors.filter(one => !isAssistant(one)),
    ]);
  return [{ evidence: push, identities }];
}

/** Whether the authors of all commits of a change are listed. */
export function areAuthorsListed(
  step: ReleaseStep,
  change: Merge,
  index: EvidenceIndex,
): boolean {
  const { headCommit, mergeCommit } = change.predicate;
  const arrived = step.commits.length - (isMerge(step, change) ? 1 : 0);
  const count = index
    .onChange('change-merged', change)
    .flatMap(({ predicate }) => predicate.commitCount ?? [])[0];
  const hasHead = step.commits.some(({ commit }) =>
    isSameCommit(commit, headCommit),
  );
  const isRebase =
    count !== undefined && count > 1 && arrived === count && !hasHead;
  const isWholePush =
    hasHead &&
    (count === undefined || arrived >= count) &&
    Boolean(mergeCommit);
  return isWholePush || isRebase || findWholeList(change, index) !== undefined;
}

/** Whether a person is one of those who had a hand; null if that is unknown. */
export function compareHands(
  person: Person,
  hands: readonly Hand[],
): { same?: Hand; unclear?: Hand } {
  const same = hands.find(hand => isSamePerson(hand.person, person) === true);
  const unclear = hands.find(
    hand => isSamePerson(hand.person, person) === null,
  );
  return { ...(same && { same }), ...(unclear && { unclear }) };
}
