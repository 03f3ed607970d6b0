import type {
  Digest,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What is known of an asset, to tell whether it changed. */
export type KnownAsset = {
  entityRef: string;
  digest: Digest;
  ownership?: { digest: Digest; observedAt: Instant };
};

/** Port. The assets of the catalog as we last saw them. */
export interface AssetStore {
  /** An asset by its reference. */
  find(entityRef: string): Promise<IctAsset | undefined>;

  /** Digests of all assets. */
  listKnown(): Promise<KnownAsset[]>;

  /** Adds or replaces assets and marks their controls due. */
  save(assets: readonly IctAsset[], now: Instant): Promise<void>;

  /** Notes which ownership was last kept as evidence. */
  noteOwnership(observed: readonly Required<KnownAsset>[]): Promise<void>;

  /** Forgets assets that left the catalog; their evidence stays. */
  remove(entityRefs: readonly string[]): Promise<void>;
}
