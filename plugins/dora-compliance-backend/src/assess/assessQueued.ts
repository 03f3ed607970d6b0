import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AssessmentStore } from './AssessmentStore';
import { CLAIM_SECONDS, type FailedPair } from './ClaimedPair';
import type { ControlCatalogue } from './ControlCatalogue';
import { decide } from './decide';
import { decideEach } from './decideEach';
import type { DecisionStores } from './loadEvidence';

/** After half of the claim the rest is left to the next one, in milliseconds. */
const LONGEST = (CLAIM_SECONDS * 1000) / 2;

/** How a batch of pairs is assessed. */
type AssessOptions = {
  controls: ControlCatalogue;
  limit: number;
  now: Instant;
  /** Called with each pair that could not be assessed. */
  onFailed?: (failed: FailedPair) => void;
};

/**
 * Steps 4 and 5 of the corridor: claims due pairs of asset and control,
 * assesses them while nothing is locked, and records the results. Returns how
 * many pairs were processed.
 */
export async function assessQueued(
  store: AssessmentStore,
  stores: DecisionStores,
  { controls, limit, now, onFailed }: AssessOptions,
): Promise<number> {
  const codes = [...controls.values()].map(({ codeDigest }) => codeDigest);
  const claim = await store.claim({ limit, now, codes });
  if (claim.pairs.length === 0) {
    return 0;
  }
  try {
    const until = performance.now() + LONGEST;
    const decided = await decideEach(claim.pairs, due =>
      decide({ due, controls, stores, asOf: now, until, isAhead: true }),
    );
    const { worked, failed } = await store.complete(claim, decided, now);
    failed.forEach(pair => onFailed?.(pair));
    return worked;
  } catch (error) {
    // Otherwise they wait until the claim expires, as they do if this fails.
    await store.release(claim).catch(() => undefined);
    throw error;
  }
}
