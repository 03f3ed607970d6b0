import type {
  AccountClaim,
  Evidence,
  EvidenceGap,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * What a control is evaluated from.
 *
 * @public
 */
export type EvaluationInput = {
  asset: IctAsset;
  /** In any order; what was recorded after `asOf` is ignored. */
  evidence: readonly Evidence[];
  /** The instant the answer is for. */
  asOf: Instant;
  /** Whether anything was ever received from the asset's repositories. */
  sourceHeard: boolean;
  /**
   * Times in which the sources of this asset were not heard, and nobody has
   * asked them since; in any order.
   */
  gaps: readonly EvidenceGap[];
  /**
   * Which accounts belong to which user of the catalog, of all accounts the
   * evidence names; in any order.
   */
  people: readonly AccountClaim[];
};
