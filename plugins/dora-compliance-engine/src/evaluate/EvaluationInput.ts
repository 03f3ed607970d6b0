import type {
  AccountClaim,
  Criticality,
  Evidence,
  EvidenceGap,
  IctAsset,
  Instant,
  RiskAcceptance,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The input of an evaluation.
 *
 * @public
 */
export type EvaluationInput = {
  asset: IctAsset;
  /**
   * The effective criticality of the asset. If it is unknown, the values of
   * parameters for critical assets count.
   */
  criticality?: Criticality;
  /** In any order; what was recorded after `knownAt` is ignored. */
  evidence: readonly Evidence[];
  /** The instant the answer is for. */
  asOf: Instant;
  /**
   * What was recorded until then counts; `asOf` by default. A later instant gives
   * the answer for `asOf` as it is known today.
   */
  knownAt?: Instant;
  /** Whether anything has ever been received from the asset's repositories. */
  sourceHeard: boolean;
  /**
   * Gaps of the sources of this asset that no collection has covered since, in
   * any order.
   */
  gaps: readonly EvidenceGap[];
  /**
   * The users in the catalog of all accounts in the evidence, in any order.
   */
  people: readonly AccountClaim[];
  /** Accepted risks of this asset, in any order; none by default. */
  acceptances?: readonly RiskAcceptance[];
};
