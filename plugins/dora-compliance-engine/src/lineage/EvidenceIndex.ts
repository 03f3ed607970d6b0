import {
  type AccountClaim,
  commitSubject,
  type Evidence,
  type EvidenceType,
  type Identity,
  type Instant,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Persons } from './Persons';

/** One commit, one key, whatever the case it was written in. */
export function commitKey(commit: string): string {
  return subjectKey(commitSubject(commit));
}

/**
 * Evidence known at one time, each piece once and in order of time, with indexes
 * by its links. The order of the input does not matter.
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
  readonly #mergeByCommit = new Map<string, Evidence<'change-merged'>>();
  readonly #targetBranches = new Set<string>();

  constructor(
    evidence: readonly Evidence[],
    asOf: Instant,
    people: readonly AccountClaim[] = [],
  ) {
    this.asOf = asOf;
    const known = evidence.filter(({ recordedAt }) => recordedAt <= asOf);
    const byId = new Map(known.map(item => [item.id, item]));
    const inOrder = [...byId.values()].sort(
      (a, b) => compare(a.observedAt, b.observedAt) || compare(a.id, b.id),
    );
    for (const item of inOrder) {
      const group = this.#byType.get(item.type) ?? [];
      this.#byType.set(item.type, group);
      group.push(item);
    }
    const pushes = this.ofType('commits-pushed');
    pushes.forEach(push => this.#addPush(push));
    this.persons = new Persons(people, pushes);
    for (const merge of this.ofType('change-merged')) {
      this.#mergeByCommit.set(commitKey(merge.predicate.mergeCommit), merge);
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

  /**
   * The push of a commit to a branch. A commit may have been pushed
   * to several branches: the push to the given branch comes first. Of the merge
   * of a change, only a push to its target branch counts beside that. Of other
   * commits, pushes to branches that changes are merged into come next, then
   * the earliest push.
   */
  findPush(
    commit: string,
    branch?: string,
  ): Evidence<'commits-pushed'> | undefined {
    const key = commitKey(commit);
    const found = [
      ...(this.#pushesByTip.get(key) ?? []),
      ...(this.#pushesByCommit.get(key) ?? []),
    ];
    const on = (isWanted: (name: string) => boolean) =>
      found.find(({ predicate }) => isWanted(predicate.branch));
    const given = on(name => name === branch);
    const target = this.findChange(commit)?.predicate.targetBranch;
    if (given || target !== undefined) {
      return given ?? on(name => name === target);
    }
    return on(name => this.#targetBranches.has(name)) ?? found[0];
  }

  /** The change that arrived by a commit. */
  findChange(commit: string): Evidence<'change-merged'> | undefined {
    return this.#mergeByCommit.get(commitKey(commit));
  }

  /** Evidence of a type on the same change, earliest first. */
  onChange<
    T extends 'change-commits-observed' | 'change-reviewed' | 'change-updated',
  >(type: T, merge: Evidence<'change-merged'>): Evidence<T>[] {
    const key = changeKey(merge);
    return this.ofType(type).filter(item => changeKey(item) === key);
  }
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T) {
  const group = map.get(key) ?? [];
  map.set(key, group);
  group.push(value);
}

function changeKey(item: Evidence): string | undefined {
  const subject = item.subjects.find(({ kind }) => kind === 'change');
  return subject && subjectKey(subject);
}

/** Whether an identity is no person. */
export function isMachine(identity: Identity): boolean {
  return identity.kind === 'bot' || /\[bot\]$/i.test(identity.login ?? '');
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
