import type {
  Criticality,
  Day,
  Digest,
  EffectiveCriticality,
  IctAsset,
  Instant,
  ProviderDeclaration,
  RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AssetSurroundings } from './Surroundings';

/** An asset with everything the register knows about it. */
export type RegisteredAsset = {
  asset: IctAsset;
  criticality: EffectiveCriticality;
  missing: RecordField[];
  record: Digest;
  input: Digest;
  review: { on?: Day; by?: string };
};

/** A node of the inventory by name. */
export type NamedNode = {
  entityRef: string;
  node: 'asset' | 'function' | 'provider' | 'system' | 'api';
  title: string;
  type?: string;
  criticality?: Criticality;
};

/**
 * Port. What the graph says about assets, which of that was stored as evidence,
 * and who reviewed their records.
 */
export interface RegisterStore {
  /**
   * Digests of everything that was known about each asset when it was last
   * saved.
   */
  listInputs(): Promise<Map<string, Digest>>;

  /** Replaces what the graph says about some assets, as of a day. */
  saveSurroundings(
    items: readonly AssetSurroundings[],
    today: Day,
  ): Promise<void>;

  /**
   * Stores these as the criticalities of all nodes. Assets whose criticality
   * changed become due.
   */
  saveCriticalities(
    levels: ReadonlyMap<string, Criticality | undefined>,
    now: Instant,
  ): Promise<void>;

  /**
   * Assets whose record differs from the one last stored as evidence, or was
   * stored before an instant.
   */
  listUnobserved(options: {
    before: Instant;
    limit: number;
  }): Promise<RegisteredAsset[]>;

  /** Records that these records were stored as evidence. */
  recordObserved(
    observed: readonly { entityRef: string; input: Digest }[],
    now: Instant,
  ): Promise<void>;

  /** One asset with everything the register knows about it. */
  find(entityRef: string): Promise<RegisteredAsset | undefined>;

  /** Names of nodes; nodes that do not exist are left out. */
  names(entityRefs: readonly string[]): Promise<Map<string, NamedNode>>;

  /**
   * The names of pipelines that ran after an instant and belong to no asset, sorted,
   * by the key of their repository.
   */
  listPipelinesNotListed(since: Instant): Promise<Map<string, string[]>>;

  /** What an ICT third-party provider declares. */
  findProvider(entityRef: string): Promise<ProviderDeclaration | undefined>;

  /** Stores a review; the next due date follows from it. */
  recordReview(entityRef: string, on: Day, by: string): Promise<void>;
}
