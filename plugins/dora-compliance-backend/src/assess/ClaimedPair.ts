import type {
  Assessment,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How long a claim lasts. */
export const CLAIM_SECONDS = 60;

/** Pairs of asset and control that one worker has for a while. */
export type PairClaim = {
  /** Identifies the claim. */
  ticket: string;
  pairs: readonly ClaimedPair[];
};

/** A pair of a claim. */
export type ClaimedPair = {
  entityRef: string;
  controlId: string;
  /** Absent when the asset is gone. */
  asset?: IctAsset;
  /** Why the record of the asset can't be read, if it can't. */
  problem?: unknown;
};

/** A pair of a claim that can be decided. */
export type DecidablePair = ClaimedPair & { asset: IctAsset };

/** A claimed pair and what came of it. */
export type DecidedPair = ClaimedPair & {
  /** Absent when there was nothing to assess, or it failed. */
  assessment?: Assessment;
  /** Why it could not be assessed. */
  error?: unknown;
};

/** A pair that could not be decided, why, and when it is tried again. */
export type FailedPair = {
  entityRef: string;
  controlId: string;
  error: unknown;
  retryAt: Instant;
};

/** What became of the pairs of a claim. */
export type CompletedPairs = {
  /** How many left the queue, or wait there for another attempt. */
  worked: number;
  failed: readonly FailedPair[];
};
