import type {
  Digest,
  IctAsset,
  Instant,
  InventoryNode,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What is known about a node, to detect changes. */
export type KnownNode = {
  entityRef: string;
  digest: Digest;
  ownership?: KnownOwnership;
};

/** Which ownership was last stored as evidence, and when. */
export type KnownOwnership = { digest: Digest; observedAt: Instant };

/** Port. The nodes of the inventory as they were last seen in the catalog. */
export interface AssetStore {
  /** An asset by its reference. */
  find(entityRef: string): Promise<IctAsset | undefined>;

  /** Digests of all nodes, or of those of some references. */
  listKnown(entityRefs?: readonly string[]): Promise<KnownNode[]>;

  /** Adds or replaces nodes; the controls of assets among them become due. */
  save(nodes: readonly InventoryNode[], now: Instant): Promise<void>;

  /** Records which ownership was last stored as evidence. */
  recordOwnership(
    observed: readonly { entityRef: string; ownership: KnownOwnership }[],
  ): Promise<void>;

  /** Removes nodes that left the catalog; their evidence stays. */
  remove(entityRefs: readonly string[]): Promise<void>;
}
