import type {
  AccountClaim,
  Evidence,
  EvidenceType,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compareEvidence } from './compareEvidence';
import { type KnownDeployment, listDeployments } from './Deployments';
import { describePlace, groupByPlace } from './groupByPlace';
import { commitKey, findChangeKey, findRepository } from './keys';
import { Persons } from './Persons';

/**
 * Where a commit is looked for.
 *
 * @public
 */
export type Place = {
  repository: string | undefined;
  branch?: string | undefined;
};

/**
 * Evidence known at one time, each piece once and in order of time, with indexes
 * by its links. The order of the input does not matter. What is dated after that
 * time has not happened yet.
 *
 * @public
 */
export class EvidenceIndex {
  /** The instant of the question. */
  readonly asOf: Instant;
  /** Who is behind the identities the evidence names. */
  readonly persons: Persons;
  readonly #byType = new Map<EvidenceType, Evidence[]>();
  readonly #pushesByTip = new Map<string, Evidence<'commits-pushed'>[]>();
  readonly #pushesByCommit = new Map<string, Evidence<'commits-pushed'>[]>();
  readonly #mergesByCommit = new Map<string, Evidence<'change-merged'>[]>();
  readonly #byChange = new Map<string, Evidence[]>();
  readonly #targetBranches = new Set<string>();
  readonly #byContent = new Map<string, Map<string, Evidence[]>>();
  #deployments: readonly KnownDeployment[] | undefined;
  #deploymentsByPlace: ReadonlyMap<string, KnownDeployment[]> | undefined;
  #deploymentById: ReadonlyMap<string, KnownDeployment> | undefined;

  constructor(
    evidence: readonly Evidence[],
    asOf: Instant,
    people: readonly AccountClaim[] = [],
    knownAt: Instant = asOf,
  ) {
    this.asOf = asOf;
    const known = evidence.filter(
      ({ recordedAt, observedAt }) =>
        recordedAt <= knownAt && observedAt <= asOf,
    );
    const byId = new Map(known.map(item => [item.id, item]));
    const inOrder = [...byId.values()].sort(compareEvidence);
    for (const item of inOrder) {
      addTo(this.#byType, item.type, item);
      const change = findChangeKey(item);
      if (change !== undefined) {
        addTo(this.#byChange, change, item);
      }
    }
    const pushes = this.ofType('commits-pushed');
    pushes.forEach(push => this.#addPush(push));
    this.persons = new Persons(people, pushes);
    for (const merge of this.ofType('change-merged')) {
      addTo(
        this.#mergesByCommit,
        commitKey(merge.predicate.mergeCommit),
        merge,
      );
      this.#targetBranches.add(merge.predicate.targetBranch);
    }
  }

  #addPush(push: Evidence<'commits-pushed'>) {
    const { before, after, commits } = push.predicate;
    if (before === undefined && commits.length === 0) {
      // A branch that starts at a known commit adds nothing.
      return;
    }
    addTo(this.#pushesByTip, commitKey(after), push);
    for (const commit of commits) {
      addTo(this.#pushesByCommit, commitKey(commit.commit), push);
    }
  }

  /** All evidence of a type, earliest first. */
  ofType<T extends EvidenceType>(type: T): readonly Evidence<T>[] {
    return (this.#byType.get(type) ?? []) as Evidence<T>[];
  }

  /** All deployments, earliest first, each once however many report it. */
  get deployments(): readonly KnownDeployment[] {
    this.#deployments ??= listDeployments(type => this.ofType(type));
    return this.#deployments;
  }

  /**
   * Deployments of a commit of a repository: to one environment or, without one, to
   * production environments.
   */
  findDeployments(
    repository: string | undefined,
    { environment, commit }: { environment?: string; commit?: string },
  ): readonly KnownDeployment[] {
    this.#deploymentsByPlace ??= groupByPlace(this.deployments);
    return (
      this.#deploymentsByPlace.get(
        describePlace(repository, { environment, commit }),
      ) ?? []
    );
  }

  /** The deployment that a piece of evidence reports. */
  findDeployment(report: Evidence): KnownDeployment | undefined {
    this.#deploymentById ??= new Map(
      this.deployments.flatMap(one =>
        one.reports.map(({ id }) => [id, one] as const),
      ),
    );
    return this.#deploymentById.get(report.id);
  }

  /** Evidence of a type by something in its content, which is indexed once. */
  findBy<T extends EvidenceType>(
    type: T,
    { by, toKeys }: { by: string; toKeys: (item: Evidence<T>) => string[] },
    key: string,
  ): readonly Evidence<T>[] {
    const name = `${type} ${by}`;
    let index = this.#byContent.get(name);
    if (!index) {
      index = new Map();
      for (const item of this.ofType(type)) {
        for (const one of new Set(toKeys(item))) {
          addTo(index, one, item as Evidence);
        }
      }
      this.#byContent.set(name, index);
    }
    return (index.get(key) ?? []) as Evidence<T>[];
  }

  /** The repository that is the only one with a commit, if there is one. */
  findOnlyRepository(commit: string): string | undefined {
    const key = commitKey(commit);
    const found = new Set(
      [
        ...(this.#pushesByTip.get(key) ?? []),
        ...(this.#pushesByCommit.get(key) ?? []),
        ...(this.#mergesByCommit.get(key) ?? []),
      ].map(findRepository),
    );
    return found.size === 1 ? [...found][0] : undefined;
  }

  /**
   * The push of a commit to a branch of a repository. A commit may have been
   * pushed to several branches: the push to the given branch comes first. Of the
   * merge of a change, only a push to its target branch counts beside that. Of
   * other commits, pushes to branches that changes are merged into come next, then
   * the earliest push.
   */
  findPush(
    commit: string,
    place: Place,
  ): Evidence<'commits-pushed'> | undefined {
    const key = commitKey(commit);
    const found = [
      ...(this.#pushesByTip.get(key) ?? []),
      ...(this.#pushesByCommit.get(key) ?? []),
    ].filter(push => findRepository(push) === place.repository);
    const on = (isWanted: (name: string) => boolean) =>
      found.find(({ predicate }) => isWanted(predicate.branch));
    const given = on(name => name === place.branch);
    const targets = this.findChanges(commit, place).map(
      ({ predicate }) => predicate.targetBranch,
    );
    if (given || targets.length > 0) {
      return given ?? on(name => targets.includes(name));
    }
    return on(name => this.#targetBranches.has(name)) ?? found[0];
  }

  /** Pushes that ended with a commit, to branches other than one. */
  listPushesTo(
    commit: string,
    { repository, branch }: Place,
  ): Evidence<'commits-pushed'>[] {
    return (this.#pushesByTip.get(commitKey(commit)) ?? []).filter(
      push =>
        findRepository(push) === repository && push.predicate.branch !== branch,
    );
  }

  /** The changes that arrived by a commit in a repository, each once. */
  findChanges(
    commit: string,
    { repository }: Place,
  ): Evidence<'change-merged'>[] {
    const merges = this.#mergesByCommit.get(commitKey(commit)) ?? [];
    const byChange = new Map<string, Evidence<'change-merged'>>();
    for (const merge of merges) {
      const key = findChangeKey(merge) ?? merge.id;
      if (findRepository(merge) === repository && !byChange.has(key)) {
        byChange.set(key, merge);
      }
    }
    return [...byChange.values()];
  }

  /** Evidence of a type on the same change, earliest first. */
  onChange<
    T extends
      | 'change-commits-observed'
      | 'change-merged'
      | 'change-reviewed'
      | 'change-updated',
  >(type: T, merge: Evidence<'change-merged'>): Evidence<T>[] {
    const key = findChangeKey(merge);
    const found = key === undefined ? [] : this.#byChange.get(key) ?? [];
    return found.filter(item => item.type === type) as Evidence<T>[];
  }
}

function addTo<K, T>(map: Map<K, T[]>, key: K, value: T) {
  const group = map.get(key) ?? [];
  map.set(key, group);
  group.push(value);
}
