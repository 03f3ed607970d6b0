import type {
  Assessment,
  Criticality,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Ahead } from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** How long a claim lasts. */
export const CLAIM_SECONDS = 60;

/** Pairs of asset and control that one worker has claimed for a while. */
export type PairClaim = {
  /** Identifies the claim. */
  ticket: string;
  pairs: readonly ClaimedPair[];
};

/** The pairs of a claim by their keys. */
export type ClaimedPairs = Pick<PairClaim, 'ticket'> & {
  pairs: readonly Pick<ClaimedPair, 'entityRef' | 'controlId'>[];
};

/** A pair of a claim. */
export type ClaimedPair = {
  entityRef: string;
  controlId: string;
  /** Absent if the asset is gone. */
  asset?: IctAsset;
  /** The effective criticality of the asset, if it is known. */
  criticality?: Criticality;
  /** Why the record of the asset can't be read, if it can't. */
  problem?: unknown;
};

/** A pair of a claim that can be assessed. */
export type DecidablePair = ClaimedPair & { asset: IctAsset };

/** A claimed pair and its result. */
export type DecidedPair = ClaimedPair & {
  /** Absent if there was nothing to assess, or if it failed. */
  assessment?: Assessment;
  /** What time alone will do to it. */
  ahead?: Ahead;
  /** Why it could not be assessed. */
  error?: unknown;
};

/** A pair that could not be assessed, the reason, and when it is retried. */
export type FailedPair = {
  entityRef: string;
  controlId: string;
  error: unknown;
  retryAt: Instant;
};

/** The outcome of the pairs of a claim. */
export type CompletedPairs = {
  /** How many left the queue, or are retried. */
  worked: number;
  failed: readonly FailedPair[];
};
