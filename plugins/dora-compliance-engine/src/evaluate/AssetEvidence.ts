import {
  type AccountClaim,
  type Evidence,
  type EvidenceType,
  type Instant,
  isAtLeast,
  keysOfAsset,
  organizationKeys,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Needs } from '../registry/Needs';
import { cutToNeeds, describeNeeds } from './cutToNeeds';
import type { EvaluationInput } from './EvaluationInput';

/**
 * What is known of one asset at one time. Controls share it, so that evidence is
 * indexed once for all that read the same.
 */
export class AssetEvidence {
  readonly #byType = new Map<EvidenceType, Evidence[]>();
  readonly #ahead: readonly Evidence[];
  readonly #asOf: Instant;
  readonly #knownAt: Instant;
  readonly #people: readonly AccountClaim[];
  readonly #keys: ReadonlySet<string>;
  readonly #organizations: ReadonlySet<string>;
  readonly #selected = new Map<string, readonly Evidence[]>();
  readonly #indexes = new Map<string, EvidenceIndex>();

  constructor({ asset, evidence, asOf, people, knownAt }: EvaluationInput) {
    this.#asOf = asOf;
    this.#knownAt = knownAt ?? asOf;
    this.#people = people;
    this.#keys = new Set(keysOfAsset(asset));
    this.#organizations = new Set(organizationKeys(asset));
    const recorded = evidence.filter(
      ({ recordedAt }) => recordedAt <= this.#knownAt,
    );
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

  /** What some needs read, each piece once, whatever was loaded for others. */
  select(needs: Needs): readonly Evidence[] {
    const key = describeNeeds(needs);
    const known = this.#selected.get(key);
    if (known) {
      return known;
    }
    const types = new Set(needs.evidence.flatMap(need => need.types));
    const found = cutToNeeds(
      [...types].flatMap(type => this.#byType.get(type) ?? []),
      needs,
      {
        asOf: this.#asOf,
        keys: this.#keys,
        organizations: this.#organizations,
      },
    );
    this.#selected.set(key, found);
    return found;
  }

  /** What some needs read and whose origin is proven as far as demanded. */
  index(needs: Needs, level: Verification): EvidenceIndex {
    const key = `${level} ${describeNeeds(needs)}`;
    const known = this.#indexes.get(key);
    if (known) {
      return known;
    }
    const index = new EvidenceIndex(
      this.select(needs).filter(({ verification }) =>
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
