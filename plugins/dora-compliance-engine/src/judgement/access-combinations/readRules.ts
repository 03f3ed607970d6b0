import {
  addDuration,
  type Duration,
  type Evidence,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { classifyEnvironment } from '../../lineage/classifyEnvironment';
import { findRepository } from '../../lineage/keys';
import { isGone } from '../../population/isGone';
import { earliest } from '../calendarDays';

type Branch = Evidence<'branch-protection-observed'>;
type Environment = Evidence<'environment-protection-observed'>;

/** How old the rules of branches and environments may be. */
const FRESH = 'P2D' as Duration;

/** The rules that apply beside the access to a repository. */
export type Rules = {
  branches: readonly Branch[];
  /** Environments of production, and those that nobody classified. */
  environments: readonly Environment[];
  /** The types of which nothing is known, or nothing recent or whole. */
  unread: readonly string[];
  /** When what is known becomes too old. */
  until: Instant | undefined;
};

/**
 * The latest rules of each branch, and of each environment that may be production, of the
 * repository that an observation is about. A repository may have no environments, if
 * a complete collection shows none.
 */
export function readRules(
  item: Evidence<'repository-access-observed'>,
  index: EvidenceIndex,
): Rules {
  const repository = findRepository(item);
  const isHere = (one: Evidence) =>
    findRepository(one) === repository && !isGone(one, index);
  const branches = listLatest(
    index.ofType('branch-protection-observed').filter(isHere),
    ({ predicate }) => predicate.branch,
  );
  const environments = listLatest(
    index.ofType('environment-protection-observed').filter(isHere),
    ({ predicate }) => predicate.environment.name,
  );
  const rounds = index
    .ofType('collector-heartbeat')
    .filter(
      one => findRepository(one) === repository && one.predicate.complete,
    );
  const ends = (all: readonly Evidence[]) =>
    all.map(({ observedAt }) => addDuration(observedAt, FRESH));
  const last = environments.length > 0 ? environments : rounds.slice(-1);
  const isKnown = (all: readonly Evidence[]) =>
    all.length > 0 && ends(all).every(end => end > index.asOf);
  const isWhole = ({ predicate }: Branch | Environment) => predicate.complete;
  return {
    branches,
    environments: environments.filter(
      ({ predicate }) =>
        classifyEnvironment(predicate.environment) !== 'elsewhere',
    ),
    unread: [
      ...(isKnown(branches) && branches.every(isWhole)
        ? []
        : ['branch-protection-observed']),
      ...(isKnown(last) && environments.every(isWhole)
        ? []
        : ['environment-protection-observed']),
    ],
    until: earliest(
      ...ends([...branches, ...last]).filter(end => end > index.asOf),
    ),
  };
}

function listLatest<Item extends Evidence>(
  items: readonly Item[],
  name: (item: Item) => string,
): Item[] {
  return [...new Map(items.map(item => [name(item), item])).values()];
}
