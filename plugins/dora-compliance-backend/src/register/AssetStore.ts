import type {
  Digest,
  IctAsset,
  Instant,
  InventoryNode,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What is known of a node, to tell whether it changed. */
export type KnownNode = {
  entityRef: string;
  digest: Digest;
  ownership?: KnownOwnership;
};

/** Which ownership was last kept as evidence, and when. */
export type KnownOwnership = { digest: Digest; observedAt: Instant };

/** Port. The nodes of the inventory as we last saw them in the catalog. */
export interface AssetStore {
  /** An asset by its reference. */
  find(entityRef: string): Promise<IctAsset | undefined>;

  /** Digests of all nodes, or of those of some references. */
  listKnown(entityRefs?: readonly string[]): Promise<KnownNode[]>;

  /** Adds or replaces nodes; the controls of assets among them become due. */
  save(nodes: readonly InventoryNode[], now: Instant): Promise<void>;

  /** Notes which ownership was last kept as evidence. */
  recordOwnership(
    observed: readonly { entityRef: string; ownership: KnownOwnership }[],
  ): Promise<void>;

  /** Forgets nodes that left the catalog; their evidence stays. */
  remove(entityRefs: readonly string[]): Promise<void>;
}
