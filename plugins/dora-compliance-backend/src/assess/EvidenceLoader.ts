import type {
  Evidence,
  EvidenceType,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The types of evidence to load of commits and of changes. */
export type LineageTypes = {
  deployment: readonly EvidenceType[];
  commit: readonly EvidenceType[];
  change: readonly EvidenceType[];
};

/** How deployments were made. */
export type Lineage = {
  /** Of all assets; what is of one is found by `selectLineage`. */
  evidence: readonly Evidence[];
  /** From when on evidence about commits counts, by asset. */
  starts: ReadonlyMap<string, Instant>;
};

/** Port. Loads the evidence that controls are assessed on. */
export interface EvidenceLoader {
  /**
   * The latest evidence of some types and of each verification level about each
   * asset, by all that identifies it, as of an instant; and the latest dated after
   * it, if any.
   */
  loadLatest(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
    asOf: Instant,
  ): Promise<Evidence[]>;

  /** The same about the organizations that own the repositories of the assets. */
  loadOfOrganizations(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
    asOf: Instant,
  ): Promise<Evidence[]>;

  /** All evidence of some types about the assets, of each type since an instant. */
  loadHistory(
    assets: readonly IctAsset[],
    since: ReadonlyMap<EvidenceType, Instant>,
  ): Promise<Evidence[]>;

  /**
   * The latest evidence of some types and of each verification level about each
   * thing of the assets, such as each finding, as of an instant; and the latest
   * dated after it, if any.
   */
  loadLatestOfEach(
    assets: readonly IctAsset[],
    types: readonly EvidenceType[],
    asOf: Instant,
  ): Promise<Evidence[]>;

  /**
   * All evidence about how deployments of assets since an instant were made:
   * the deployments and those before them, and the evidence about their commits
   * and the changes among them.
   */
  loadLineage(
    assets: readonly IctAsset[],
    since: Instant,
    types: LineageTypes,
  ): Promise<Lineage>;

  /**
   * The assets with evidence about one of their repositories, dated at an instant
   * or before it. That a collector asked about a repository is none: it may have
   * read nothing.
   */
  findWithEvidence(
    assets: readonly IctAsset[],
    asOf: Instant,
  ): Promise<Set<string>>;
}
