import type {
  Evidence,
  EvidenceType,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The types of evidence to load of commits and of changes. */
export type LineageTypes = {
  commit: readonly EvidenceType[];
  change: readonly EvidenceType[];
};

/** Port. Loads the evidence that controls are assessed on. */
export interface EvidenceLoader {
  /** The latest evidence of some types on each asset itself. */
  loadLatest(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
  ): Promise<Evidence[]>;

  /**
   * All that tells how the deployments of assets since an instant came about:
   * the deployments and those before them, and what is known of their commits
   * and of the changes among them.
   */
  loadLineage(
    assets: readonly IctAsset[],
    since: Instant,
    types: LineageTypes,
  ): Promise<Evidence[]>;

  /** Those of the assets whose repositories were ever heard of. */
  findWithEvidence(assets: readonly IctAsset[]): Promise<Set<string>>;
}
