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
 * Evidence known at an instant, each piece once and in order of time, found
 * by what links it. The same whatever order it was given in.
 */
export class EvidenceIndex {
  /** The instant of the question. */
  readonly asOf: Instant;
  /** Who is behind the identities the evidence names. */
  readonly persons: Persons;
  readonly #byType = new Map<EvidenceType, Evidence[]>();
  readonly #pushByTip = new Map<string, Evidence<'commits-pushed'>>();
  readonly #pushByCommit = new Map<string, Evidence<'commits-pushed'>>();
  readonly #mergeByCommit = new Map<string, Evidence<'change-merged'>>();

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
    }
  }

  #addPush(push: Evidence<'commits-pushed'>) {
    const { after, commits } = push.predicate;
    // The first push counts: a later one to another branch may skip commits.
    setOnce(this.#pushByTip, commitKey(after), push);
    for (const commit of commits) {
      setOnce(this.#pushByCommit, commitKey(commit.commit), push);
    }
  }

  /** All evidence of a type, earliest first. */
  ofType<T extends EvidenceType>(type: T): readonly Evidence<T>[] {
    return (this.#byType.get(type) ?? []) as Evidence<T>[];
  }

  /** The push that brought a commit to its branch. */
  pushOf(commit: string): Evidence<'commits-pushed'> | undefined {
    const key = commitKey(commit);
    return this.#pushByTip.get(key) ?? this.#pushByCommit.get(key);
  }

  /** The change that arrived by a commit. */
  changeOf(commit: string): Evidence<'change-merged'> | undefined {
    return this.#mergeByCommit.get(commitKey(commit));
  }

  /** Evidence of a type on the same change, earliest first. */
  onChange<T extends 'change-reviewed' | 'change-updated'>(
    type: T,
    merge: Evidence<'change-merged'>,
  ): Evidence<T>[] {
    const key = changeKey(merge);
    return this.ofType(type).filter(item => changeKey(item) === key);
  }
}

function setOnce<T>(map: Map<string, T>, key: string, value: T) {
  if (!map.has(key)) {
    map.set(key, value);
  }
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
