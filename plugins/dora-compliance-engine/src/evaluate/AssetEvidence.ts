import {
  type AccountClaim,
  type Evidence,
  type EvidenceType,
  type Instant,
  isAtLeast,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';

/**
 * What is known of one asset at one time. Controls share it, so that evidence is
 * indexed once for all that read the same types.
 */
export class AssetEvidence {
  readonly #byType = new Map<EvidenceType, Evidence[]>();
  readonly #ahead: readonly Evidence[];
  readonly #asOf: Instant;
  readonly #knownAt: Instant;
  readonly #people: readonly AccountClaim[];
  readonly #selected = new Map<string, Evidence[]>();
  readonly #indexes = new Map<string, EvidenceIndex>();

  constructor(
    evidence: readonly Evidence[],
    asOf: Instant,
    people: readonly AccountClaim[],
    knownAt: Instant = asOf,
  ) {
    this.#asOf = asOf;
    this.#knownAt = knownAt;
    this.#people = people;
    const recorded = evidence.filter(({ recordedAt }) => recordedAt <= knownAt);
    this.#ahead = recorded.filter(({ observedAt }) => observedAt > asOf);
    const known = new Map(
      recorded
        .filter(({ observedAt }) => observedAt <= asOf)
        .map(item => [item.id, item]),
    );
    for (const item of known.values()) {
      const group = this.#byType.get(item.type) ?? [];
      this.#byType.set(item.type, group);
      group.push(item);
    }
  }

  /**
   * When evidence that is dated later than the instant of the question begins to
   * count: the clock of its source is fast.
   */
  findNextDated(types: readonly EvidenceType[]): Instant | undefined {
    return this.#ahead
      .filter(({ type }) => types.includes(type))
      .map(({ observedAt }) => observedAt)
      .sort()[0];
  }

  /** What is of some types, each piece once. */
  select(types: readonly EvidenceType[]): readonly Evidence[] {
    const key = types.join();
    const found =
      this.#selected.get(key) ??
      types.flatMap(type => this.#byType.get(type) ?? []);
    this.#selected.set(key, found);
    return found;
  }

  /** What is of some types and whose origin is proven as far as demanded. */
  index(types: readonly EvidenceType[], level: Verification): EvidenceIndex {
    const key = `${level} ${types.join()}`;
    const known = this.#indexes.get(key);
    if (known) {
      return known;
    }
    const index = new EvidenceIndex(
      this.select(types).filter(({ verification }) =>
        isAtLeast(verification, level),
      ),
      this.#asOf,
      this.#people,
      this.#knownAt,
    );
    this.#indexes.set(key, index);
    return index;
  }
}
