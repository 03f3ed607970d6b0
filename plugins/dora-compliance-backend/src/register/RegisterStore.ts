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

/** An asset with all the register knows of it. */
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
 * Port. What the graph tells of assets, which of that was kept as evidence,
 * and who reviewed their records.
 */
export interface RegisterStore {
  /** Digests of all that was known of each asset when it was last saved. */
  listInputs(): Promise<Map<string, Digest>>;

  /** Replaces what the graph tells of some assets, as of a day. */
  saveSurroundings(
    items: readonly AssetSurroundings[],
    today: Day,
  ): Promise<void>;

  /** Makes these the criticalities of all nodes. */
  saveCriticalities(
    levels: ReadonlyMap<string, Criticality | undefined>,
  ): Promise<void>;

  /**
   * Assets whose record reads otherwise than when it was last kept as
   * evidence, or was kept so before an instant.
   */
  listUnobserved(options: {
    before: Instant;
    limit: number;
  }): Promise<RegisteredAsset[]>;

  /** Notes that records were kept as evidence as they were given out. */
  recordObserved(
    observed: readonly { entityRef: string; input: Digest }[],
    now: Instant,
  ): Promise<void>;

  /** One asset with all the register knows of it. */
  find(entityRef: string): Promise<RegisteredAsset | undefined>;

  /** Names of nodes; those that are not there are left out. */
  names(entityRefs: readonly string[]): Promise<Map<string, NamedNode>>;

  /** What an ICT third-party provider declares. */
  findProvider(entityRef: string): Promise<ProviderDeclaration | undefined>;

  /** Notes a review; the day it is due again follows. */
  recordReview(entityRef: string, on: Day, by: string): Promise<void>;
}
